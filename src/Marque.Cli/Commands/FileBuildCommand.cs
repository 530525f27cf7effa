using System.CommandLine;
using System.Globalization;
using Marque.Assessments;
using Marque.Cases;
using Marque.Cli.Terminal;
using Marque.Documents;
using Marque.Documents.Blocks;
using Marque.Language;
using Marque.Outside;

namespace Marque.Cli.Commands;

/// <summary><c>marque file build</c>: packs report, assessment, case and evidence into one file.</summary>
internal static class FileBuildCommand
{
    // More are in the file's list.
    private const int Most = 20;

    public static Command Create(Shell shell)
    {
        var options = new CaseOptions();
        var release = new Option<string?>("--release") { Description = "Release to assess. Default: the newest supported.", HelpName = "V" };
        var output = new Option<string?>("--out") { Description = "File to write. Default: PRODUCT-RELEASE.zip here.", HelpName = "FILE" };
        var force = new Option<bool>("--force") { Description = "Replace the file when it exists." };
        var format = new Option<string>("--format") { Description = "Forms of the documents. The page index.html and the report are there in any case. Default: all.", HelpName = "FORM", DefaultValueFactory = _ => "all" };
        format.AcceptOnlyFromAmong("all", "html", "pdf", "docx", "xlsx");
        var language = new Option<string?>("--language") { Description = "Language of the documents. Default: that of documents.yaml, else en.", HelpName = "LANGUAGE" };
        language.AcceptOnlyFromAmong([.. Texts.Complete]);
        var command = new Command("build", "Makes the documents, and packs them with case, evidence and assessment into one ZIP file.") { release, output, force, format, language };
        options.AddTo(command);
        command.SetAction(parsed =>
        {
            if (Prepared.Of(shell, parsed, options) is not { } prepared) return Exit.BadInput;
            if (parsed.GetValue(release) is { } version && AssessCommand.Unknown(prepared, version) is { } unknown)
            {
                Prepared.Refuse(shell, [unknown]);
                return Exit.BadInput;
            }

            var brand = Branding.Of(prepared.Folder);
            if (brand.Value is null)
            {
                Prepared.Refuse(shell, brand.Problems);
                return Exit.BadInput;
            }

            var texts = Texts.In(parsed.GetValue(language) ?? prepared.Folder.Case.Look?.Language ?? "en")!;
            var assessment = Assess.Run(prepared.Index, prepared.Seen.Observations, parsed.GetValue(release), prepared.At);
            var named = parsed.GetValue(output) ?? NameOf(assessment);
            if (Made(shell, prepared, assessment, texts, brand.Value, Form(parsed.GetValue(format)!)) is not { } file) return Exit.BadInput;
            using (var work = new LongWork(shell, "packing"))
            {
                var problems = Packing.Write(Path.GetFullPath(named, shell.WorkingDirectory), named, file.Members, parsed.GetValue(force), work.Progress, work.Cancel);
                if (problems.Count > 0)
                {
                    Prepared.Refuse(shell, problems);
                    return Exit.BadInput;
                }
            }

            Print(shell.Screen(), assessment, named, file);
            return Exit.Done;
        });
        return command;
    }

    private static TechnicalFile? Made(Shell shell, Prepared prepared, Assessment assessment, Texts texts, Brand brand, Forms forms)
    {
        using var work = new LongWork(shell, "documents");
        try
        {
            return TechnicalFile.Of(prepared, assessment, texts, brand, forms, work);
        }
        catch (OperationCanceledException)
        {
            shell.Error.WriteLine("stopped; nothing was written");
            return null;
        }
    }

    private static Forms Form(string word) => word switch
    {
        "html" => Forms.Html | Forms.Markdown,
        "pdf" => Forms.Pdf,
        "docx" => Forms.Docx,
        "xlsx" => Forms.Xlsx,
        _ => Forms.All,
    };

    private static string NameOf(Assessment a)
    {
        var name = new RequirementId(null, a.Release is null ? a.Product.Id : $"{a.Product.Id}-{a.Release}").Slug.Trim('.', '-');
        return $"{(name.Length == 0 ? "technical-file" : name)}.zip";
    }

    private static void Print(Screen screen, Assessment a, string named, TechnicalFile file)
    {
        screen.Line(new Bit(a.Release is null ? a.Product.Name : $"{a.Product.Name}, release {a.Release}", Tone.Head), $", as of {AsOf.Words(a.AsOf)}");
        screen.Line("written:  ", $"{named}, {Size(file.Members.Sum(m => m.Size))} in {file.Members.Count.ToString(CultureInfo.InvariantCulture)} members");
        screen.Line("manifest: ", $"sha256 {file.Manifest}");
        foreach (var problem in file.Problems) screen.Paragraph("not so:   ", $"{problem.Place}: {problem.Message}; {problem.Remedy}");
        foreach (var notice in a.Notices) screen.Paragraph("note:     ", notice);
        foreach (var state in new[] { "altered", "missing" })
        {
            var facts = file.Facts.Where(f => f.State == state).ToList();
            if (facts.Count == 0) continue;
            screen.Heading(state == "altered" ? "Altered: the bytes found are packed, and named as not the registered ones" : "Missing: registered, and not in the file");
            foreach (var fact in facts.Take(Most)) screen.Paragraph($"  {fact.Series}: ", fact.Member ?? fact.Because ?? "");
            if (facts.Count > Most) screen.Line($"  and {(facts.Count - Most).ToString(CultureInfo.InvariantCulture)} more, in manifest.json");
        }

    }

    private static string Size(long bytes) => bytes >= 1024 * 1024 ? string.Create(CultureInfo.InvariantCulture, $"{bytes / (1024.0 * 1024):0.0} MiB") : string.Create(CultureInfo.InvariantCulture, $"{(bytes + 1023) / 1024} KiB");
}
