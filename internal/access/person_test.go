package access

import "testing"

func TestRoles(t *testing.T) {
	for i, r := range Roles() {
		got, err := ParseRole(r.String())
		if err != nil || got != r {
			t.Errorf("ParseRole(%q) = %v, %v", r, got, err)
		}
		for j, needed := range Roles() {
			if may := (Person{Role: r}).May(needed); may != (i >= j) {
				t.Errorf("a %s may do what a %s may: %v", r, needed, may)
			}
		}
	}
	for _, name := range []string{"", "Admin", "root"} {
		if r, err := ParseRole(name); err == nil {
			t.Errorf("ParseRole(%q) = %v, and it is none", name, r)
		}
	}
	if (Person{}).May(Viewer) {
		t.Error("who has no role may read")
	}
}
