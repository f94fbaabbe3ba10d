"""Names in everyday sentences of ledgers, and words that only begin like names: how many are masked, by sets written before the rules."""

import sys
from pathlib import Path

import pytest

from etl import parse
from etl.inbox.file_names import private_name

FILES = Path(__file__).parent / "files"
# set of sentences → least share of names masked; the unseen one was written last, and no rule was changed for it
SENTENCES = {
    "everyday_sentences": 0.88,
    "unseen_sentences": 0.88,
    "sounded_sentences": 0.9,  # names of Uyghur, Tibetan, Mongolian, Hui and Yi people
    "unseen_sounded_sentences": 0.9,
    "rare_sounded_sentences": 0.65,  # and such whose units are in no list
    "names_that_are_words": 0.8,  # 高兴阿姨, 走访方正老人
}
# set of words → most that may be masked, each alone and within texts
WORDS = {
    "words_like_names": 0.02,
    "unseen_words_like_names": 0.12,
    "words_like_sounded_names": 0.01,
    "unseen_words_like_sounded_names": 0.06,
    "words_that_are_names": 0.08,  # 居民高兴参加活动, 走访安宁小区
}
FRAMES = ("{}", "开展{}", "上午{}", "为{}", "参加{}的居民很满意")
NAMES_OF_FILES = {
    "坏文件车晓燕.xlsx": "车晓燕",
    "王秀英的台账.xlsx": "王秀英",
    "张建国2024志愿.csv": "张建国",
    "2024于桂兰低保.xlsx": "于桂兰",
    "最终版刘芳改.xlsx": "刘芳",
    "孙丽华整理/台账.xlsx": "孙丽华",
    "志愿者名单向春梅3月.xlsx": "向春梅",
}


def lines(name: str) -> list[str]:
    return (FILES / f"{name}.txt").read_text(encoding="utf-8").split()


@pytest.mark.parametrize(("name", "least"), SENTENCES.items())
def test_names_in_everyday_sentences_are_masked(name: str, least: float):
    planted = [
        (person, sentence)
        for line in lines(name)
        for people, sentence in [line.split("|")]
        for person in people.split(",")
    ]
    left = [sentence for person, sentence in planted if person in parse.without_personal_data(sentence)]
    share = 1 - len(left) / len(planted)
    sys.stdout.write(f"{name}: {share:.1%} of {len(planted)} names masked\n")
    assert share >= least, left


def test_names_padded_to_the_width_of_others_are_masked_as_those_without_the_gap():
    planted = [line.split("|") for name in ("everyday_sentences", "unseen_sentences") for line in lines(name)]
    pairs = [
        (person, text.replace(person, "　".join(person))) for people, text in planted for person in people.split(",")
    ]
    left = [text for person, text in pairs if "　".join(person) in parse.without_personal_data(text)]
    share = 1 - len(left) / len(pairs)
    sys.stdout.write(f"padded names: {share:.1%} of {len(pairs)} masked\n")
    assert share >= 0.86, left


@pytest.mark.parametrize(("name", "most"), WORDS.items())
def test_words_that_begin_like_names_hardly_ever_are(name: str, most: float):
    texts = [frame.format(word) for word in lines(name) for frame in FRAMES]
    masked = [text for text in texts if parse.without_personal_data(text) != text]
    sys.stdout.write(f"{name}: {len(masked) / len(texts):.1%} of {len(texts)} texts masked\n")
    assert len(masked) <= most * len(texts), masked


def test_words_padded_to_the_width_of_others_are_hardly_masked_where_they_stay_without_the_gap():
    texts = [(f"{word[0]} {word[1:]}", word) for name in WORDS for word in lines(name)]
    masked = [
        text
        for text, word in texts
        if parse.without_personal_data(text) != text and parse.without_personal_data(word) == word
    ]
    sys.stdout.write(f"padded words: {len(masked) / len(texts):.1%} of {len(texts)} masked\n")
    assert len(masked) <= 0.04 * len(texts), masked


@pytest.mark.parametrize(("name", "person"), NAMES_OF_FILES.items())
def test_a_file_with_a_name_glued_to_words_gets_an_alias(name: str, person: str):
    assert person not in private_name(name)


@pytest.mark.parametrize(
    "name", ["凤二村活动登记.xlsx", "社东社区志愿服务2024年汇总.xlsx", "微心愿认领表.xlsx", "余药共享.csv"]
)
def test_a_file_named_after_what_it_holds_keeps_its_name(name: str):
    assert private_name(name) == name
