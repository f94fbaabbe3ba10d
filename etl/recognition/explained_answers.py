"""Tells what a row beneath the questions of a questionnaire says of their answers: 1=很不满意…10=非常满意, A.满意 B.一般, 单选题."""

import re

_OPTION = r"[(（]?(?:\d{1,3}|[A-Ha-h①②③④⑤⑥⑦⑧⑨⑩])[)）]?\s*[=＝.．、:：)）-]?\s*[一-鿿]"  # 1=很不满意, A、满意
_OPTIONS = re.compile(rf"\s*{_OPTION}.*?{_OPTION}.*", re.DOTALL)
_KIND = re.compile(
    r"\s*[\[【(（]?(?:必填|选填)?[,，]?(?:矩阵)?(?:单选|多选|单项选择|多项选择|量表|打分|评分|矩阵|填空|简答|排序|下拉|选择)题?[\]】)）]?\s*"
)
_RANGE = re.compile(r"\s*[(（]?(?:0|1)\s*分?\s*[-~—–―…～至到]+\s*(?:\d{1,3})\s*分?[)）]?\s*")  # 1-5分, 0～100
SKIPPED_QUESTION = r"^[\s　]*[(（](跳过|空)[)）][\s　]*$"  # as questionnaires are exported


def explains_answers(text: str) -> bool:
    """Tell whether a text lists options, names the kind of a question, or gives the range of its scores."""
    return any(pattern.fullmatch(text) for pattern in (_OPTIONS, _KIND, _RANGE))


def says_nothing(text: str) -> bool:
    """Tell whether a text is no answer: it says that the question was skipped, or explains the answers."""
    return re.match(SKIPPED_QUESTION, text) is not None or explains_answers(text)
