"""Tests of the corrections and of the truecaser, on invented text: python -m unittest."""

import os
import unittest

import agree
import correct
import lexicon
import patterns
import truecase

EXTRACT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../extract")
TABLES = lexicon.Lexicon(EXTRACT, None)


def corrected(view, *labels, name="invented"):
    """Returns {words: type} of a text in which the teacher labelled the given words."""
    raw = [[view.index(words), view.index(words) + len(words), label] for words, label in labels]
    text = correct.Text(name, {"text": view}, view)
    return {view[s:e]: kind for s, e, kind in correct.Corrector(TABLES).correct(text, raw)}


class Corrections(unittest.TestCase):
    """What the rules make of the teacher's labels."""

    def test_armed_groups_are_no_places_or_people(self):
        got = corrected("The Islamic State and Hamas met the Maran Liberation Front.",
                        ("The Islamic State", "GPE"), ("Hamas", "PERSON"), ("the Maran Liberation Front", "ORG"))
        self.assertEqual(got, {"Islamic State": "ARMED_GROUP", "Hamas": "ARMED_GROUP", "Maran Liberation Front": "ARMED_GROUP"})

    def test_names_are_trimmed(self):
        got = corrected("President Ivo Tarn’s guards left the Sarvian Trade Union.", ("President Ivo Tarn’s", "PERSON"), ("the Sarvian Trade Union", "ORG"))
        self.assertEqual(got, {"Ivo Tarn": "PERSON", "Sarvian Trade Union": "ORG"})

    def test_a_surname_follows_the_full_name(self):
        got = corrected("Ivo Belgrano spoke. Later Belgrano left, and Belgrano slept.", ("Ivo Belgrano", "PERSON"))
        self.assertEqual(got, {"Ivo Belgrano": "PERSON", "Belgrano": "PERSON"})

    def test_words_around_a_name_tell_a_place(self):
        got = corrected("They fled the town of Dorvane. Dorvane city burned.", ("Dorvane", "ORG"))
        self.assertEqual(got["Dorvane"], "GPE")

    def test_weapons_dates_and_numbers(self):
        got = corrected("On 3 May 2011 about 40 men with AK-47 rifles and a car bomb came; he aged 30 years old.", ("about 40", "CARDINAL"))
        self.assertEqual({w: k for w, k in got.items() if w != "30"},
                         {"3 May 2011": "DATE", "40": "NUMBER", "AK-47 rifles": "WEAPON", "car bomb": "WEAPON"})

    def test_gun_control_is_no_weapon(self):
        self.assertEqual(list(patterns.weapons("They debated gun control and think tanks.", False)), [])

    def test_spans_never_overlap(self):
        view = "The Free Syrian Army of Syria fired 12 rockets at Mosul on 1 June."
        text = correct.Text("invented", {"text": view}, view)
        spans = correct.Corrector(TABLES).correct(text, [[0, 29, "ORG"], [4, 20, "GPE"], [36, 46, "CARDINAL"]])
        self.assertTrue(spans)
        self.assertTrue(all(a[1] <= b[0] for a, b in zip(spans, spans[1:])))

    def test_all_articles_settle_a_tie(self):
        votes = agree.Votes(TABLES, {("dorvane",): {"GPE": 1.0}})
        self.assertEqual(votes.settle(("dorvane",), {"ORG": 1}, set()), "GPE")


class Truecasing(unittest.TestCase):
    """What the truecaser makes of capitals."""

    def setUp(self):
        self.caser = truecase.Truecaser()
        for _ in range(3):
            self.caser.read("Yesterday the rebels of the north attacked a town. Today the army answered and the rebels of Sarvia fled.")
        truecase.bracketed(self.caser, "THE MARAN LIBERATION FRONT [MLF] SPOKE")

    def test_case_is_restored(self):
        self.assertEqual(self.caser.restore("THE REBELS OF THE MARAN LIBERATION FRONT (MLF) FLED.  DORVANE'S ARMY ATTACKED."),
                         "The rebels of the Maran Liberation Front (MLF) fled.  Dorvane's army attacked.")

    def test_every_offset_stays(self):
        for text in ("İSTANBUL IS FAR.", "STRAßE ﬁ ŉ ΑΣ", "A.\n\nB. C-4 'S", ""):
            self.assertEqual(len(self.caser.restore(text)), len(text))


if __name__ == "__main__":
    unittest.main()
