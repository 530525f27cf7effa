using System.Text;
using CsCheck;
using Marque.Tests.Assessments.Kit;
using Marque.Tests.Ledger;
using Marque.Text;

namespace Marque.Tests.Text;

public class UnifiedDiffTests
{
    private static readonly Gen<string> Documents = Gen.Select(Gen.OneOf("a", "b", "c", "", "d  ", "-e", "+f", "é", "\tg").List[0, 25], Gen.OneOf("\n", "\r\n"), Gen.Bool)
        .Select(p => string.Join(p.Item2, p.Item1) + (p.Item3 ? p.Item2 : ""));

    [Fact]
    public void A_diff_that_git_applies_to_the_old_bytes_gives_the_new_ones()
    {
        NativeTool.Require("git");
        using var folder = new TemporaryFolder();
        NativeTool.RunWell(folder.Path, "git", "init", "-q", ".");
        Gen.Select(Documents, Documents).Sample(
            p =>
            {
                var (before, after) = (Encoding.UTF8.GetBytes(p.Item1), Encoding.UTF8.GetBytes(p.Item2));
                var diff = UnifiedDiff.Of("x.yaml", before, after);
                if (before.AsSpan().SequenceEqual(after))
                {
                    Assert.Empty(diff);
                    return;
                }

                File.WriteAllBytes(folder.File("x.yaml"), before);
                File.WriteAllText(folder.File("x.diff"), diff, new UTF8Encoding(false));
                NativeTool.RunWell(folder.Path, "git", "-c", "core.autocrlf=false", "apply", "--whitespace=nowarn", "x.diff");
                Assert.Equal(after, File.ReadAllBytes(folder.File("x.yaml")));
            },
            iter: Iterations.Of(60),
            threads: 1);
    }

    [Fact]
    public void A_new_file_is_all_additions() =>
        Assert.Equal("--- /dev/null\n+++ b/a/x.yaml\n@@ -0,0 +1,2 @@\n+a: 1\n+b: 2\n", UnifiedDiff.Of("a/x.yaml", null, "a: 1\nb: 2\n"u8.ToArray()));

    [Fact]
    public void Distant_changes_stand_in_hunks_of_their_own_with_three_lines_around()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(i => $"l{i}\n"));
        var after = before.Replace("l2\n", "L2\n", StringComparison.Ordinal).Replace("l18\n", "L18\n", StringComparison.Ordinal);
        var diff = UnifiedDiff.Of("x", Encoding.UTF8.GetBytes(before), Encoding.UTF8.GetBytes(after));
        Assert.Equal(["@@ -1,5 +1,5 @@", "@@ -15,6 +15,6 @@"], diff.Split('\n').Where(l => l.StartsWith("@@", StringComparison.Ordinal)));
    }

    [Fact]
    public void Bytes_that_are_no_text_are_only_named() =>
        Assert.Equal("Binary files /dev/null and b/x.pdf differ\n", UnifiedDiff.Of("x.pdf", null, new byte[] { 0xFF, 0xFE, 0x00 }));
}
