"""A fingerprint of files changes with their names and their bytes, and with nothing else."""

from communique.files.digest import digest


def test_names_and_bytes_count_and_order_and_hidden_files_do_not(tmp_path):
    for name, content in (("a", "1"), ("b", "2"), (".c", "3")):
        (tmp_path / name).write_text(content)
    files = [tmp_path / "a", tmp_path / "b"]
    told = digest(tmp_path, files)

    assert digest(tmp_path, [*reversed(files), tmp_path / ".c"]) == told
    (tmp_path / "a").write_text("2")
    assert digest(tmp_path, files) != told
    (tmp_path / "a").rename(tmp_path / "d")
    (tmp_path / "d").write_text("1")
    assert digest(tmp_path, [tmp_path / "b", tmp_path / "d"]) != told
