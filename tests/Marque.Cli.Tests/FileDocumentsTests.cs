using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace Marque.Cli.Tests;

/// <summary>The documents in a technical file.</summary>
public sealed class FileDocumentsTests : IDisposable
{
    // One pixel.
    private static readonly byte[] Png = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private readonly Sample sample = new();

    [Theory]
    [InlineData("html", ".html", ".md")]
    [InlineData("pdf", ".pdf")]
    [InlineData("docx", ".docx")]
    [InlineData("xlsx", ".xlsx")]
    public void One_form_is_made_besides_the_pages_that_are_always_there(string form, params string[] endings)
    {
        Assert.Equal(Exit.Done, Build("--format", form).Code);
        var documents = Members().Keys.Where(k => !k.Contains('/', StringComparison.Ordinal) || k.StartsWith("documents/", StringComparison.Ordinal)).Except(["index.html", "report.html", "assessment.json", "manifest.json", "security.txt"]).ToList();
        Assert.True(documents.Count >= (form == "html" ? 8 : 5));
        Assert.All(documents, d => Assert.Contains(Path.GetExtension(d), endings));
    }

    [Fact]
    public void All_forms_are_made_when_none_is_named()
    {
        Assert.Equal(Exit.Done, Build().Code);
        Assert.Subset(Members().Keys.ToHashSet(StringComparer.Ordinal), new HashSet<string>(["index.html", "report.html", "technical-file.pdf", "technical-file.docx", "trace-matrix.html", "trace-matrix.pdf", "trace-matrix.xlsx", "documents/signatory-page.pdf", "documents/decision-register.xlsx"], StringComparer.Ordinal));
    }

    [Fact]
    public void Look_and_words_come_from_the_case_and_the_logo_is_packed()
    {
        sample.With("case/artefacts/logo.png", "");
        File.WriteAllBytes(Path.Combine(sample.Case, "artefacts", "logo.png"), Png);
        sample.With("case/documents.yaml", "header: Valves AB\naccent: \"#123456\"\nlogo: artefacts/logo.png\nlogoText: A valve\n");
        Assert.Equal(Exit.Done, Build("--format", "html").Code);
        var members = Members();
        var page = Encoding.UTF8.GetString(members["index.html"]);
        Assert.Contains("data:image/png;base64,", page, StringComparison.Ordinal);
        Assert.Contains("alt=\"A valve\"", page, StringComparison.Ordinal);
        Assert.Contains("#123456", page, StringComparison.Ordinal);
        Assert.Contains("Valves AB", page, StringComparison.Ordinal);
        Assert.Equal(Png, members["case/artefacts/logo.png"]);
    }

    [Theory]
    [InlineData("artefacts/none.png", "there is no such file")]
    [InlineData("../outside.png", "outside")]
    [InlineData("artefacts/text.png", "no PNG or JPEG picture")]
    [InlineData("artefacts/cut.png", "ends early")]
    public void A_logo_that_cannot_be_one_is_told_with_its_line_and_nothing_is_written(string logo, string why)
    {
        sample.With("case/artefacts/text.png", "text").With("outside.png", "x").With("case/documents.yaml", $"header: Valves AB\nlogo: {logo}\n");
        File.WriteAllBytes(Path.Combine(sample.Case, "artefacts", "cut.png"), Png[..45]);
        var ran = Build("--format", "html");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("documents.yaml:2:7", ran.Error, StringComparison.Ordinal);
        Assert.Contains(why, ran.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(sample.Root, "gateway-1.1.0.zip")));
    }

    [Fact]
    public void A_security_txt_that_has_expired_is_told_and_the_rest_is_made()
    {
        sample.With("case/vulnerability-handling.yaml", "disclosurePolicy:\n  contact: psirt@example.com\n  expires: 2026-01-01T00:00:00Z\n");
        var ran = Build("--format", "html");
        Assert.Equal(Exit.Done, ran.Code);
        Assert.Contains("not so:", ran.Out, StringComparison.Ordinal);
        Assert.Contains("security.txt expired", Regex.Replace(ran.Out, @"\s+", " "), StringComparison.Ordinal);
        Assert.DoesNotContain("security.txt", Members().Keys);
    }

    [Fact]
    public void A_language_that_is_not_offered_is_bad_usage()
    {
        var ran = Build("--language", "mt");
        Assert.Equal(Exit.BadInput, ran.Code);
        Assert.Contains("one of de, en", ran.Error, StringComparison.Ordinal);
    }

    public void Dispose() => sample.Dispose();

    private Ran Build(params string[] more) => InProcess.Run(sample.Root, ["file", "build", "case", "--as-of", "2026-11-24", .. more]);

    private Dictionary<string, byte[]> Members()
    {
        using var zip = ZipFile.OpenRead(Path.Combine(sample.Root, "gateway-1.1.0.zip"));
        return zip.Entries.ToDictionary(e => e.FullName, e =>
        {
            using var stream = e.Open();
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            return bytes.ToArray();
        }, StringComparer.Ordinal);
    }
}
