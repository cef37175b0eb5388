"""What one outlet alone tells."""

from __future__ import annotations

import time

from site_gen.compare import comparison
from site_gen.model import Unique
from site_gen.settings import CompareSettings
from tests.make import an_article, an_event

FIRST = (
    "The council of Norvale voted on Monday to close the swimming pool for two years.\n\n"
    "A survey by the engineer Ida Lund in March found 31 cracks in the concrete roof.\n\n"
    "“We had no other choice in the end,” Mayor Ada Brandt said."
)
SECOND = (
    "Norvale's council voted to close its swimming pool for two years on Monday.\n\n"
    "Mayor Ada Brandt said: “We had no other choice in the end.”"
)


def told(*texts: str, most: int = 5) -> tuple[Unique, ...]:
    articles = tuple(an_article(t, id=f"a{n}", source=f"Outlet {n}") for n, t in enumerate(texts, 1))
    settings = CompareSettings(max_unique_sentences=most)
    return comparison(an_event(articles), articles, settings=settings)[0].unique


def test_a_fact_that_only_one_has_is_shown_and_a_shared_one_is_not() -> None:
    """New names and numbers are unique; the shared quote and figure are not."""
    assert [u.text.split()[1] for u in told(FIRST, SECOND)] == ["survey"]


def test_no_more_sentences_are_shown_than_the_setting_allows() -> None:
    """The setting bounds each outlet."""
    assert told(FIRST, SECOND, most=0) == ()


def test_an_article_without_counterpart_in_its_language_has_nothing_unique() -> None:
    """What cannot be compared is not claimed."""
    articles = (
        an_article(FIRST, id="a", source="A"),
        an_article(
            "Le conseil a voté lundi la fermeture de la piscine municipale pour deux ans.",
            id="b",
            source="B",
            language="fr",
        ),
    )
    result, _ = comparison(an_event(articles), articles, settings=CompareSettings())
    assert result.unique == ()


def test_what_speaks_to_the_reader_is_not_told() -> None:
    """Invitations, tags and lines of another language are no news."""
    more = (
        "\n\nAnyone in Norvale who saw the roof come down is asked to ring the police on 0555 010 4477."
        "\n\nSubscribe to the Norvale letter and get your morning stories by post every day."
        "\n\nTHE COUNCIL'S OWN REPORT ON THE ROOF FOLLOWS BELOW IN FULL LENGTH."
        "\n\n(Writing by Jon Vell in Norvale and Mira Osk in Port Alder; Editing by Ida Penhallow)"
        "\n\n#Norvale #Schwimmbad Das Hallenbad bleibt nach Angaben der Stadt zwei Jahre lang geschlossen."
    )
    assert [u.text.split()[1] for u in told(FIRST + more, SECOND)] == ["survey"]


def test_what_an_outlet_says_of_itself_at_the_end_is_not_told() -> None:
    """A last paragraph that opens with the outlet's name is about the outlet; the same sentence elsewhere is not."""
    own = "\n\nOutlet 1 is the oldest weekly of the Norvale valley. It has won seven prizes for its gardening pages."
    assert [u.text.split()[1] for u in told(FIRST + own, SECOND)] == ["survey"]
    assert len(told(FIRST + own + "\n\nNobody was hurt.", SECOND)) > 1


def test_a_long_number_that_another_writes_is_not_told_as_ones_alone() -> None:
    """Though it counts nothing; a year may stand in both by chance."""
    roof = "The roof of the hall, laid by the engineer Ida Lund in spring {}, came down in the night."
    boat = SECOND + "\n\nThe boat Norvale {} lay in the harbour."
    first = [[u for u in told(roof.format(n), boat.format(n)) if u.article == "a1"] for n in (1987, 487)]
    assert first[0] and not first[1]


def test_a_number_that_may_be_anothers_is_not_told_as_ones_alone() -> None:
    """A toll that differs too much to be put beside the other's is in doubt, not unique."""
    assert (
        told(
            "The flood at Norvale killed 20 people near the old mill on Monday.",
            "The Norvale flood killed 70 people.",
        )
        == ()
    )


def test_a_notice_at_the_end_is_no_news() -> None:
    """One sentence to the reader makes the last paragraph a notice; elsewhere it does not."""
    notice = (
        "\n\nStories of the Norvale Gazette are given free of charge to 40 editors in Ostrey. "
        "For the use of pictures please write to the desk."
    )
    assert [u.text.split()[1] for u in told(FIRST + notice, SECOND)] == ["survey"]
    assert len(told(FIRST + notice + "\n\nThe pool was opened by the mayor of Calder in 1961.", SECOND)) > 1


def test_speech_between_marks_is_in_the_language_of_its_words() -> None:
    """A sentence that is all quotation has its small words between the marks."""
    more = (
        "\n\n“The repair of the roof and of the two boilers is put at nine million crowns,” said Orrin Vale."
    )
    assert any("Orrin Vale" in u.text for u in told(FIRST + more, SECOND))


def test_a_number_that_another_has_in_other_words_is_not_one_outlets_own() -> None:
    """The same measure elsewhere is doubt enough."""
    one = FIRST + "\n\nIts water was kept at 26 degrees, a guard of the Ostrey baths recalled."
    two = SECOND + "\n\nSwimmers complained of the cold, though the thermometer stood at 26 degrees."
    assert not any("degrees" in u.text for u in told(one, two))


def test_a_measure_near_that_of_another_outlet_is_not_told_by_one_alone() -> None:
    """The two speeds may be of one gale: neither sentence is listed, the survey's is."""
    first = FIRST + "\n\nGusts of 90 mph had torn at Norvale's old slate roof since the early morning."
    second = SECOND + "\n\nAt dawn a gale crossed the hills at 120 km per hour and went out to sea."
    assert [u.text.split()[1] for u in told(first, second)] == ["survey"]


def test_a_shared_number_that_is_given_again_is_not_told_by_one_alone() -> None:
    """The two years, and the two councillors who are "the two" later, stand in the other article too."""
    again = (
        "\n\nTwo years after the last opening party in Norvale came the first complaints about mould."
        "\n\nThe deputy mayor Otto Reim spoke of a sad evening for the swimmers of the eastern villages."
    )
    assert [u.text.split()[1] for u in told(FIRST + again, SECOND)] == ["survey", "deputy"]


def test_a_notice_is_not_told() -> None:
    """What is said of the article is no news."""
    notice = "\n\nThis article was amended on 4 May 2021 to correct the given name of the engineer Ida Lund."
    assert [u.text.split()[1] for u in told(FIRST + notice, SECOND)] == ["survey"]


CLOSED = (
    "The council of Norvale closed the swimming pool on Monday.\n\n"
    "Brandt leads the council. The engineer Ida Lund lives by the harbour and swims every morning.\n\n"
    "The roof of the station is old. A bus stops there."
)


def test_one_new_word_is_enough_where_no_sentence_elsewhere_comes_near() -> None:
    """All words but one stand somewhere in the other article, never together."""
    own = "The engineer who leads the station stops the council's old bus by the wharf."
    other = "The council of Norvale closed the swimming pool on Monday."
    shown = told(f"{other}\n\n{own}", CLOSED)
    assert own in [u.text for u in shown]
    near = "The engineer Ida Lund lives by the wharf and swims every morning."
    assert near not in [u.text for u in told(f"{other}\n\n{near}", CLOSED)]


def test_words_that_another_outlet_quotes_are_nobodys_alone() -> None:
    """Though they stand without marks and nobody is named for them here."""
    post = "As I told the clerks on Tuesday, I am working to secure additional and more flexible funding for Orlo."
    quoting = "\n\nA leaflet that hung at the pool asked for “additional and more flexible” help."
    assert post in [u.text for u in told(f"{FIRST}\n\n{post}", SECOND)]
    assert post not in [u.text for u in told(f"{FIRST}\n\n{post}", SECOND + quoting)]


def test_a_short_quotation_that_another_outlet_has_in_marks_is_not_told() -> None:
    """Alone, or within a longer one."""
    own = "The engineer Ida Lund warned the council at its meeting in March of a “false comfort” about the old roof."
    other = "\n\n“There is always some false comfort in dry weather for a week or so,” the diver Karl Odd told them."
    assert own in [u.text for u in told(f"{FIRST}\n\n{own}", SECOND)]
    assert own not in [u.text for u in told(f"{FIRST}\n\n{own}", SECOND + other)]


def test_a_single_word_in_marks_that_another_outlet_has_in_marks_is_not_told() -> None:
    """Whatever stands around it; another word is the outlet's own."""
    own = "The engineer Ida Lund called the old roof “{}” when she met the divers of Orlo in spring."
    other = "\n\n“It was reckless of us to wait for so long,” the diver Karl Odd told them."
    shared, alone = own.format("reckless"), own.format("tired")
    assert shared not in [u.text for u in told(f"{FIRST}\n\n{shared}", SECOND + other)]
    assert alone in [u.text for u in told(f"{FIRST}\n\n{alone}", SECOND + other)]


def test_a_sentence_that_an_article_repeats_is_told_once() -> None:
    again = FIRST.split("\n\n")[1]
    assert [u.text.split()[1] for u in told(f"{FIRST}\n\n{again}", SECOND)] == ["survey"]


def test_a_tag_inside_a_sentence_is_told_of() -> None:
    """At its end it stands for itself."""
    own = "The engineer Ida Lund used the {} to ask for help for the divers of Orlo{}."
    inside, behind = own.format("#roof tag", ""), own.format("paper", " #roof")
    assert inside in [u.text for u in told(f"{FIRST}\n\n{inside}", SECOND)]
    assert behind not in [u.text for u in told(f"{FIRST}\n\n{behind}", SECOND)]


def test_of_a_long_quotation_one_sentence_may_be_told() -> None:
    """The whole is too long to be shown."""
    idle = (
        "We talked and talked about it and then we all went home again without having settled on any of it."
    )
    told_by_one = "The engineer found a nest of swifts in the wooden beams of the northern gallery."
    long = f"“{idle} {idle} {told_by_one} {idle} {idle}” Mayor Ada Brandt said."
    assert told_by_one in [u.text for u in told(f"{FIRST}\n\n{long}", SECOND)]


def test_of_a_long_quotation_of_which_another_outlet_has_a_part_none_is_told() -> None:
    """Whoever reads the other report may know all of it."""
    idle = (
        "We talked and talked about the leaking gutters, and we all went home again without a word of thanks."
    )
    own = "The engineer found a nest of swifts in the wooden beams of the northern gallery."
    closing = "Nobody on the council had so much as looked at the beams since the summer of the great storm."
    long = f"“{idle} {closing} {own} {closing} {idle}” Mayor Ada Brandt said."
    other = f"{SECOND}\n\n“{idle}” Mayor Ada Brandt said."
    assert own in [u.text for u in told(f"{FIRST}\n\n{long}", SECOND)]
    assert own not in [u.text for u in told(f"{FIRST}\n\n{long}", other)]


def test_what_stands_by_itself_is_told_before_what_takes_up_another_sentence() -> None:
    """Though the latter has more that is new."""
    taking_up = "They also took down the gilded harbour clock and sold it to a dealer from Calder."
    standing = "Divers took down the gilded harbour clock."
    first = told(f"Ships came.\n\n{taking_up} {standing}", CLOSED, most=1)
    assert [u.text for u in first if u.article == "a1"] == [standing]


def test_who_did_not_answer_is_told_last() -> None:
    """A sentence with fewer new words comes first."""
    silent = "The architects of the gilded tower did not respond to a letter or to repeated calls."
    news = "Divers took down the gilded harbour clock."
    first = told(f"Ships came.\n\n{silent}\n\n{news}", CLOSED, most=1)
    assert [u.text for u in first if u.article == "a1"] == [news]


def test_an_outlet_that_describes_itself_behind_a_comma_is_not_told() -> None:
    """The last paragraph opens with its name."""
    own = "\n\nOutlet 1, founded in the harbour of Ostrey, is the oldest weekly of the valley and has won seven prizes."
    assert [u.text.split()[1] for u in told(FIRST + own, SECOND)] == ["survey"]


def test_a_word_without_an_end_costs_no_more_than_its_length() -> None:
    """Capitals that no colon follows are looked at once."""
    start = time.process_time()
    told(FIRST.replace("A survey", "A" * 3_000 + " survey"), SECOND)
    assert time.process_time() - start < 6
