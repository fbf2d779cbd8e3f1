"""Walking through a long text by numbers of lines takes a time that is linear."""

from time import process_time

from stdlib.enterprise.strings.lines import str_get_line, str_line_count


def test_a_hundred_thousand_lines_are_walked_through_at_once() -> None:
    text = "\n".join(str(n) for n in range(100_000))
    began = process_time()
    assert all(str_get_line(text, n + 1) == str(n) for n in range(str_line_count(text)))
    assert process_time() - began < 5
