"""How the parts of a sheet are numbered, by level: 一、 over （一） over 1."""

_NUMERALS = "[一二三四五六七八九十]+"
FIRST_LEVEL = rf"{_NUMERALS}[、.．]"  # 二、
CHINESE_LEVELS = rf"({FIRST_LEVEL}|[（(]{_NUMERALS}[）)])"  # 二、 （二）
IN_DIGITS = r"[（(]?\d+[、.．）)]"  # 2. （2）
ANY_LEVEL = (
    rf"({FIRST_LEVEL}|[（(][一二三四五六七八九十\d]+[)）]|第{_NUMERALS}部分|\d+[、.．])"  # 二、 （二） 第二部分 2.
)
