using System.Text;
using CsCheck;
using Marque.Text;

namespace Marque.Tests.Cases;

public class HostileYamlTests
{
    [Fact]
    public void Truncated_yaml_is_named_where_it_ends()
    {
        var problem = CaseText.Single(CaseText.Read(("risk.yaml", "purpose: \"Opens and\nassets:\n")), "yaml.syntax");
        Assert.Equal("risk.yaml", problem.Place.File);
        Assert.InRange(problem.Place.Line, 1, 3);
    }

    [Fact]
    public void An_alias_bomb_is_refused_without_being_expanded()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 40; i++)
        {
            bomb.Append($"a{i}: &a{i} [").AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");
        }

        Assert.Equal("yaml.expansion", CaseText.Single(CaseText.Read(("risk.yaml", bomb.ToString())), "yaml.expansion").Code);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    public void Deep_nesting_is_refused_at_a_depth_and_not_by_the_stack(string opening)
    {
        var deep = string.Concat(Enumerable.Repeat(opening, 200_000));
        CaseText.Single(CaseText.Read(("risk.yaml", $"purpose: x\nassets:\n  {deep}\n")), "yaml.too-deep");
    }

    [Fact]
    public void Fifty_megabytes_are_refused_by_their_size()
    {
        var bytes = new byte[50 * 1024 * 1024];
        bytes.AsSpan().Fill((byte)'[');
        var problem = CaseText.Single(CaseText.ReadBytes("risk.yaml", bytes), "yaml.too-large");
        Assert.Contains("50 MiB", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_NUL_byte_is_named_with_its_position()
    {
        var problem = CaseText.Single(CaseText.Read(("risk.yaml", "purpose: x\ntimeInUse: a\0b\n")), "yaml.nul");
        Assert.Equal("risk.yaml:2:13", problem.Place.ToString());
    }

    [Fact]
    public void Utf16_is_named_as_such()
    {
        CaseText.Single(CaseText.ReadBytes("risk.yaml", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(CaseText.Risk)]), "yaml.encoding");
        CaseText.Single(CaseText.ReadBytes("risk.yaml", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(CaseText.Risk)]), "yaml.encoding");
        // Without its mark it is full of NUL bytes.
        CaseText.Single(CaseText.ReadBytes("risk.yaml", Encoding.Unicode.GetBytes(CaseText.Risk)), "yaml.nul");
    }

    [Fact]
    public void Invalid_utf8_is_named_with_its_position()
    {
        var problem = CaseText.Single(CaseText.ReadBytes("risk.yaml", [.. "purpose: x\ntimeInUse: "u8, 0xC3, 0x28, (byte)'\n']), "yaml.encoding");
        Assert.Equal("risk.yaml:2:12", problem.Place.ToString());
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_not_matter()
    {
        var read = CaseText.ReadBytes("controls/CR-1.1.yaml", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(CaseText.Controls.Replace("\n", "\r\n", StringComparison.Ordinal))]);
        Assert.Empty(read.Problems);
        Assert.Equal(CaseText.Read().Value!.Digest, read.Value!.Digest);
    }

    [Theory]
    [InlineData("purpose: x\n---\npurpose: y\n", "yaml.documents")]
    [InlineData("purpose: x\npurpose: y\n", "yaml.duplicate-key")]
    [InlineData("<<: {purpose: x}\n", "yaml.merge")]
    [InlineData("purpose: !!python/object:os.system x\n", "yaml.tag")]
    [InlineData("purpose: *nowhere\n", "yaml.alias")]
    [InlineData("? [a]\n: b\n", "yaml.key")]
    [InlineData("purpose: x\n\ttimeInUse: y\n", "yaml.syntax")]
    [InlineData("", "yaml.empty")]
    [InlineData("# only a comment\n", "yaml.empty")]
    [InlineData("just text\n", "yaml.wrong-type")]
    [InlineData("purpose: \"\\uD800\"\n", "")]
    [InlineData("&a purpose: *a\n", "")]
    [InlineData("assets: &a [*a]\n", "yaml.alias")]
    public void Yaml_that_a_case_does_not_hold_is_refused_or_read(string text, string code)
    {
        var read = CaseText.Read(("risk.yaml", text));
        if (code.Length > 0) Assert.Contains(code, read.Problems.Select(p => p.Code));
        Assert.All(read.Problems, p => Assert.Equal("risk.yaml", p.Place.File));
    }

    [Fact]
    public void Random_changes_of_valid_files_never_throw_and_problems_name_the_file()
    {
        string[] pieces = ["\n", "  ", "- ", ":", "[", "]", "{", "}", "'", "\"", "&a ", "*a", "!!x", "|", ">", "#", "%", "@", "null", "true", "1", "-1", "1e9", "2026-13-45", "..", "\t", "\u0085", "\u2028", "\uFFFE", "é", "?", "<<", "~", ".nan", "0x1"];
        var file = Gen.Int[0, CaseText.Valid.Count - 1];
        var edit = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12], Gen.Int[0, pieces.Length - 1]);
        Gen.Select(file, edit.Array[1, 6]).Sample(
            (which, edits) =>
            {
                var (path, text) = CaseText.Valid[which];
                foreach (var (at, remove, piece) in edits)
                {
                    var from = (int)(at * text.Length);
                    text = text[..from] + pieces[piece] + text[Math.Min(text.Length, from + remove)..];
                }

                var read = CaseText.Read((path, text));
                return read.Problems.All(p => p.Place.File.Length > 0 && p.Code.Length > 0 && p.Message.Length > 0 && !p.ToString().Contains('\n', StringComparison.Ordinal));
            },
            iter: 5_000);
    }

    [Fact]
    public void Random_bytes_never_throw() =>
        Gen.Byte.Array[0, 200].Sample(bytes => YamlReader.Read("x.yaml", bytes) is { } read && (read.Value is not null || read.Problems.Count > 0), iter: 5_000);
}
