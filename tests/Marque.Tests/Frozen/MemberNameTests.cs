using CsCheck;
using Marque.Frozen;

namespace Marque.Tests.Frozen;

public sealed class MemberNameTests
{
    [Theory]
    [InlineData("artefacts/2.4.1/gw-comm.xml", "artefacts/2.4.1/gw-comm.xml")]
    [InlineData("größe/日本.pdf", "größe/日本.pdf")]
    [InlineData("../../etc/passwd", "%2E%2E/%2E%2E/etc/passwd")]
    [InlineData("/etc/passwd", "%/etc/passwd")]
    [InlineData("a\\..\\b", "a%5C..%5Cb")]
    [InlineData("C:/x", "C%3A/x")]
    [InlineData("100%.txt", "100%25.txt")]
    [InlineData("aux.c/NUL", "%61ux.c/%4EUL")]
    [InlineData("trailing. /x", "trailing.%20/x")]
    [InlineData("rtl\u202egpj.exe", "rtl%E2%80%AEgpj.exe")]
    [InlineData("line\nfeed\u0000", "line%0Afeed%00")]
    public void A_path_becomes_a_name_that_can_be_unpacked_anywhere(string path, string name)
    {
        Assert.Equal(name, MemberName.Of(path));
        Assert.True(MemberName.IsSafe(name));
    }

    [Fact]
    public void Every_name_is_safe_and_no_two_paths_share_one()
    {
        string[] pieces = ["a", "A", ".", "..", " ", "/", "//", "\\", ":", "%", "%2E", "con", "NUL", "x", "é", "\u202e", "\u0007", "~2"];
        var piece = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
        Gen.Select(piece.Array[1, 6], piece.Array[1, 6]).Sample((a, b) =>
        {
            var (left, right) = (string.Concat(a), string.Concat(b));
            Assert.True(MemberName.IsSafe(MemberName.Of(left)), MemberName.Of(left));
            Assert.Equal(left == right, MemberName.Of(left) == MemberName.Of(right));
        });
    }
}
