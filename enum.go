package ascribe

// nameOf returns the name of v in a closed set whose names are listed in the
// order of its constants.
func nameOf[T ~uint8](names []string, v T) string {
	if int(v) < len(names) {
		return names[v]
	}
	return ""
}

// parseName finds the member of a closed set by its name.
func parseName[T ~uint8](v *T, set string, names []string, text []byte) error {
	for i, n := range names {
		if n == string(text) {
			*v = T(i)
			return nil
		}
	}
	return Errorf(Invalid, "%q is not a %s; known are %q", text, set, names)
}
