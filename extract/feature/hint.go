package feature

// A Hint is what lexicons, the register of actors and the gazetteer know of a
// word where it stands: a set of the flags below.
type Hint uint64

// What a Hint may hold. Of names of several words the first word and those inside
// it are told apart.
const (
	PlaceFirst   Hint = 1 << iota // begins a name of the gazetteer
	PlaceInside                   // goes on in one
	CountryHint                   // the place is a country
	AreaHint                      // the place is a division, a region, a river or a sea
	BigPlace                      // the place has many people
	Demonym                       // names the people or things of a country
	GroupFirst                    // begins the name of an armed group of the register
	GroupInside                   //
	ForceFirst                    // of state forces or a government
	ForceInside                   //
	BodyFirst                     // of another body
	BodyInside                    //
	FigureFirst                   // of a public figure
	FigureInside                  //
	FirstName                     // a common first name
	Surname                       // a common surname
	TitleHint                     // stands before names of persons
	GroupWord                     // ends or begins names of groups: "front"
	ForceWord                     // of forces: "brigade"
	BodyWord                      // of other bodies: "ministry"
	FacilityWord                  // of facilities: "airport"
	PlaceWord                     // of places: "province"
	PersonHead                    // a noun for persons: "spokesman"
	GroupHead                     // for groups and forces
	FacilityHead                  // for facilities
	WeaponHead                    // for weapons
	TimeHead                      // for times
	QuantityHead                  // for quantities
	CommonWord                    // mostly seen as something other than a name
)

// The families of hints that features look at one by one.
const (
	placeHints = PlaceFirst | PlaceInside | CountryHint | AreaHint | BigPlace | Demonym
	actorHints = GroupFirst | GroupInside | ForceFirst | ForceInside | BodyFirst | BodyInside | FigureFirst | FigureInside
	humanHints = FirstName | Surname | TitleHint | CommonWord
	wordHints  = GroupWord | ForceWord | BodyWord | FacilityWord | PlaceWord
	headHints  = PersonHead | GroupHead | FacilityHead | WeaponHead | TimeHead | QuantityHead
)
