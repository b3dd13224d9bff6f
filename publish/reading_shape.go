package publish

import "ascribe"

// readingJSON is the shape "ascribe.reading/1" (docs/schema/reading.schema.json).
type readingJSON struct {
	Format       string            `json:"format"`
	Engine       string            `json:"engine"`
	InputID      *string           `json:"input_id"`
	Document     documentJSON      `json:"document"`
	Mentions     []mentionJSON     `json:"mentions"`
	Dates        []*dateJSON       `json:"dates"`
	Statements   []statementJSON   `json:"statements"`
	Incidents    []occurrenceJSON  `json:"incidents"`
	Attributions []attributionJSON `json:"attributions"`
	Tolls        []tollJSON        `json:"tolls"`
	Relations    []relationJSON    `json:"relations"`
	Notices      []noticeJSON      `json:"notices,omitempty"`
	Truncated    string            `json:"truncated,omitempty"`
}

type documentJSON struct {
	ID        string       `json:"id"`
	URL       *string      `json:"url"`
	Outlet    *string      `json:"outlet"`
	Title     *string      `json:"title"`
	Byline    *string      `json:"byline"`
	Published *string      `json:"published"`
	Language  *string      `json:"language"`
	Text      string       `json:"text"`
	Blocks    []blockJSON  `json:"blocks"`
	Sentences []pair       `json:"sentences"`
	Credits   []creditJSON `json:"credits"`
}

type blockJSON struct {
	Kind ascribe.BlockKind `json:"kind"`
	Span pair              `json:"span"`
}

type creditJSON struct {
	Name string             `json:"name"`
	Kind ascribe.CreditKind `json:"kind"`
	Span pair               `json:"span"`
}

// matchJSON is by which name of the register a mention is an actor, or only looks
// like one.
type matchJSON struct {
	Actor   ascribe.ActorID `json:"actor"`
	Name    string          `json:"name"`
	By      ascribe.MatchBy `json:"by"`
	Score   ascribe.Score   `json:"score"`
	Because string          `json:"because,omitempty"`
}

type mentionJSON struct {
	ID       string              `json:"id"`
	Kind     ascribe.MentionKind `json:"kind"`
	Text     *string             `json:"text"`
	Spans    []pair              `json:"spans"`
	Resolved any                 `json:"resolved"` // *actorJSON, *placeJSON or nil
	Matches  []matchJSON         `json:"matches,omitempty"`
	NoActor  string              `json:"no_actor,omitempty"`
}

type actorJSON struct {
	ID   ascribe.ActorID `json:"id"`
	Name string          `json:"name"`
}

// wordsJSON is a stretch of the text, or several, quoted.
type wordsJSON struct {
	Text  *string `json:"text"`
	Spans []pair  `json:"spans"`
}

type voiceJSON struct {
	Role    ascribe.Role `json:"role"`
	Text    *string      `json:"text"`
	Spans   []pair       `json:"spans"`
	Mention *string      `json:"mention"`
	Via     []string     `json:"via"`
}

type modalityJSON struct {
	Negated      bool `json:"negated"`
	Hedged       bool `json:"hedged"`
	Hypothetical bool `json:"hypothetical"`
	Future       bool `json:"future"`
	Historical   bool `json:"historical"`
}

type statementJSON struct {
	ID        ascribe.StatementID `json:"id"`
	Sentence  int                 `json:"sentence"`
	Source    voiceJSON           `json:"source"`
	Cue       *wordsJSON          `json:"cue"`
	Content   wordsJSON           `json:"content"`
	Quotation ascribe.Quotation   `json:"quotation"`
	Modality  modalityJSON        `json:"modality"`
	SaidAt    *dateJSON           `json:"said_at"`
	Codes     []string            `json:"codes"`
	Because   string              `json:"because,omitempty"`
}

type entityJSON struct {
	Mention *string       `json:"mention"`
	Text    string        `json:"text"`
	Named   bool          `json:"named"`
	Spans   []pair        `json:"spans"`
	Score   ascribe.Score `json:"score"`
	Because string        `json:"because,omitempty"`
}

type rolesJSON struct {
	PerpetratorIndividuals   []entityJSON `json:"perpetrator_individual"`
	PerpetratorOrganizations []entityJSON `json:"perpetrator_organization"`
	PhysicalTargets          []entityJSON `json:"physical_target"`
	HumanTargets             []entityJSON `json:"human_target"`
	Instruments              []entityJSON `json:"instrument"`
}

type effectJSON struct {
	Target  *string `json:"target"`
	Effect  string  `json:"effect"`
	Because string  `json:"because,omitempty"`
}

type occurrenceJSON struct {
	ID         string                `json:"id"`
	Mention    *string               `json:"mention"`
	Type       ascribe.IncidentType  `json:"type"`
	Stage      ascribe.Stage         `json:"stage"`
	Date       *dateJSON             `json:"date"`
	Place      *placeJSON            `json:"place"`
	Recent     bool                  `json:"recent"`
	Denied     bool                  `json:"denied,omitempty"`
	Roles      rolesJSON             `json:"roles"`
	Effects    []effectJSON          `json:"effects"`
	Statements []ascribe.StatementID `json:"statements"`
	Because    string                `json:"because,omitempty"`
	Grounds    ascribe.Grounds       `json:"grounds,omitzero"`
}

type attributionJSON struct {
	ID        string              `json:"id"`
	Incident  *string             `json:"incident"`
	Actor     *string             `json:"actor"`
	Stance    ascribe.Stance      `json:"stance"`
	Position  ascribe.Position    `json:"position"`
	Statement ascribe.StatementID `json:"statement"`
	Because   string              `json:"because,omitempty"`
}

type tollJSON struct {
	ID       string       `json:"id"`
	Incident *string      `json:"incident"`
	Harm     ascribe.Harm `json:"harm"`
	Of       *string      `json:"of"`
	ascribe.Figure
	Part      bool                `json:"part,omitempty"`
	Attackers bool                `json:"attackers,omitempty"`
	Words     string              `json:"words"`
	Span      pair                `json:"span"`
	Statement ascribe.StatementID `json:"statement"`
	Because   string              `json:"because,omitempty"`
}

type relationJSON struct {
	ID        string               `json:"id"`
	Subject   *string              `json:"subject"`
	Kind      ascribe.RelationKind `json:"kind"`
	Object    *string              `json:"object"`
	From      *dateJSON            `json:"from"`
	To        *dateJSON            `json:"to"`
	Negated   bool                 `json:"negated"`
	Statement ascribe.StatementID  `json:"statement"`
	Because   string               `json:"because,omitempty"`
}
