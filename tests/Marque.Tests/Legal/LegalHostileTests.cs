using System.Text;
using CsCheck;
using Marque.Legal;

namespace Marque.Tests.Legal;

public class LegalHostileTests
{
    private static readonly string[] Paths = [.. LegalFolder.Files.Keys.Order(StringComparer.Ordinal)];

    public static TheoryData<string, byte[]> Bad => new()
    {
        { "nothing", [] },
        { "a truncated object", "{\"schema\": \"marque/legal-sources/v1\", \"version\""u8.ToArray() },
        { "an array", "[]"u8.ToArray() },
        { "nesting without end", [.. Enumerable.Repeat((byte)'[', 100_000)] },
        { "deep nesting that closes", Encoding.ASCII.GetBytes($"{{\"schema\":{new string('[', 5000)}{new string(']', 5000)}}}") },
        { "a number without a finite value", "{\"schema\": 1e999}"u8.ToArray() },
        { "a number of a million digits", Encoding.ASCII.GetBytes($"{{\"schema\": {new string('9', 1_000_000)}}}") },
        { "a key that stands twice", "{\"schema\": \"a\",\n \"schema\": \"b\"}"u8.ToArray() },
        { "bytes that are no UTF-8", [.. "{\"schema\": \""u8, 0xFF, .. "\"}"u8] },
        { "half a surrogate pair", "{\"schema\": \"\\ud800\"}"u8.ToArray() },
        { "a key with half a surrogate pair", "{\"\\udc00\": 1}"u8.ToArray() },
        { "a byte order mark", [0xEF, 0xBB, 0xBF, .. "{}"u8] },
        { "a comment", "{} // law"u8.ToArray() },
        { "more bytes than are read", [.. "{\"schema\": \""u8, .. Enumerable.Repeat((byte)'x', 8 * 1024 * 1024), .. "\"}"u8] },
    };

    [Theory]
    [MemberData(nameof(Bad))]
    public void A_file_that_is_no_json_object_within_bounds_is_a_problem_in_that_file(string what, byte[] bytes)
    {
        foreach (var path in new[] { "manifest.json", "cra/sources.json" })
        {
            var edit = new LegalEdit().Put(path, bytes);
            var read = (path == "manifest.json" ? edit : edit.List()).Read();
            Assert.Null(read.Value);
            Assert.True(read.Problems.Any(p => p.Place.File == path && p.Code is "legal.syntax" or "legal.too-large"), what);
        }
    }

    [Fact]
    public void A_key_that_stands_twice_is_told_at_its_second_place()
    {
        var problem = new LegalEdit().Put("manifest.json", "{\"schema\": \"a\",\n  \"schema\": \"b\"}").Problem();
        Assert.Equal((2, 3), (problem.Place.Line, problem.Place.Column));
    }

    [Fact]
    public void Too_many_files_are_refused_unread()
    {
        var edit = new LegalEdit();
        for (var i = 0; i < LegalSets.MaxFiles; i++) edit.Put($"x/{i}.json", "{}");
        Assert.Equal("legal.too-large", edit.Problem().Code);
    }

    [Fact]
    public void A_truncated_file_is_always_a_problem() =>
        Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Double[0, 1]).Sample(
            (at, part) =>
            {
                var path = Paths[at];
                var whole = LegalFolder.Files[path];
                // The last two bytes close the object and end the line.
                var edit = new LegalEdit().Put(path, whole[..(int)(part * (whole.Length - 2))].ToArray());
                var read = (path == "manifest.json" ? edit : edit.List()).Read();
                return read.Value is null && read.Problems.Any(p => p.Place.File == path);
            },
            iter: 40);

    [Fact]
    public void A_changed_byte_never_escapes_as_an_exception_and_never_leaves_the_set_official() =>
        Gen.Select(Gen.Int[0, Paths.Length - 1], Gen.Double[0, 0.999_999], Gen.Byte).Sample(
            (at, where, value) =>
            {
                var path = Paths[at];
                var bytes = LegalFolder.Files[path].ToArray();
                var index = (int)(where * bytes.Length);
                if (bytes[index] == value) return true;
                bytes[index] = value;
                var edit = new LegalEdit().Put(path, bytes);
                var asIs = edit.Read();
                var listed = path == "manifest.json" ? asIs : edit.List().Read();
                return asIs.Value?.Official != true && listed.Value?.Official != true && (listed.Value is null) == (listed.Problems.Count > 0);
            },
            iter: 50);
}
