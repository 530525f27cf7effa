using System.CommandLine;
using Marque.Assessments;
using Marque.Cases;
using Marque.Cases.Beginning;
using Marque.Cli.Printing;
using Marque.Legal;
using Marque.Outside;

namespace Marque.Cli.Commands;

/// <summary>The questions of <c>marque init</c>, in the order in which the law asks them: does the Regulation apply, in which role, in which class, by which procedure; then the parts.</summary>
internal sealed class Begin(Interview ask, InitOptions options, ParseResult parsed, LegalSet law, Shell shell, string full)
{
    private static readonly (string Word, string Text)[] Types =
    [
        ("software-application", "software that runs on somebody else's device or system"),
        ("embedded-device", "a device of special purpose, programmed for it"),
        ("host-device", "a device of general purpose with an operating system"),
        ("network-device", "a device that carries or restricts traffic between others"),
    ];

    /// <summary>The new case; null when the Regulation does not apply, or answers are missing.</summary>
    public NewCase? Run()
    {
        ask.Head("The product");
        var name = ask.Text(options.Name, "Name", required: true) ?? "";
        var id = ask.Text(options.Id, "Short id", otherwise: Slug(name), wrong: i => FileNames.Slug(i) == i ? null : ($"'{i}' is no short id", "letters, digits, '.', '-' and '_' of ASCII, such as edge-gateway")) ?? "";
        if (parsed.GetValue(options.IsProcess)) return new NewCase { Id = id, Name = name, IsProcess = true };
        var connection = ask.Text(options.Connection, "Its data connection to a device or network, direct or indirect ('none' when it has none)", required: true);
        var foss = ask.YesNo(options.Foss, "Is it free and open-source software (Article 3(48))?", otherwise: false) ?? false;
        var scope = Scoped(connection, foss);
        if (ask.Problems.Count == 0 && !Say(scope)) return null;

        var begun = new NewCase
        {
            Id = id,
            Name = name,
            DataConnection = connection,
            NotExcludedBy = Scope.Exclusions,
            IsFreeAndOpenSource = foss,
            HasPublicTechnicalDocumentation = foss && (ask.YesNo(options.PublicDocumentation, "Will the technical documentation be public (Article 32(5))?", otherwise: false) ?? false),
            Role = scope.Role,
            Manufacturer = ask.Text(options.Manufacturer, "Name of the manufacturer (may follow later)"),
            Address = ask.Text(options.Address, "Postal address of the manufacturer (may follow later)"),
            ContactEmail = ask.Text(options.Contact, "Email address of the single point of contact (may follow later)", wrong: e => e.IndexOf('@', StringComparison.Ordinal) > 0 && !e.EndsWith('@') ? null : ($"'{e}' is no email address", "write it like psirt@example.com")),
            IntendedPurpose = ask.Text(options.Purpose, "Intended purpose (may follow later)"),
            CoreFunctionality = ask.Text(options.CoreFunctionality, "Core functionality: what it would not be the product without"),
            Parts = Parts(),
        };
        begun = Classified(begun);
        begun = begun with
        {
            Process = Process(),
            Bridge = Bridge(),
            Line = ask.Text(options.Line, "First release line, such as 1.x (may follow later)"),
            Release = ask.Text(options.Release, "First release, such as 1.0.0 (may follow later)"),
        };
        if (begun is { Release: not null, Line: null }) begun = begun with { Line = $"{begun.Release.Split('.')[0]}.x" };
        if (begun.Release is { } release && (release.Contains('/', StringComparison.Ordinal) || release.Contains('\\', StringComparison.Ordinal) || release.StartsWith('.'))) ask.Wrong(options.Release, $"'{release}' cannot be the name of a file", "write it like 1.0.0");
        return begun with { Procedure = Procedure(begun) };
    }

    private ScopeResult Scoped(string? connection, bool foss)
    {
        ask.Head("Whether the Regulation applies");
        if (parsed.GetValue(options.Excluded) is null)
        {
            ask.Say("The exclusions of Article 2, in the Regulation's words:");
            ask.Item("2(2)", law.Provisions["2(2)"].Text.Split(':')[0] + ":");
            foreach (var e in Scope.Exclusions) ask.Item(e, law.Provisions[e].Text);
        }

        var excluded = (ask.Text(options.Excluded, "Those that fit, with commas between, or none", required: true, wrong: Unknown) ?? "none").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(e => !IsNone(e)).ToList();
        var role = Roles.Of(ask.Choice(options.Role, "Your role",
            [
                ("manufacturer", "Article 3(13): develops or manufactures it, or has it made, and markets it under the own name"), ("authorised-representative", "Article 3(15): mandated in writing by a manufacturer"),
                ("importer", "Article 3(16): places it on the market under the name of somebody outside the Union"), ("distributor", "Article 3(17): makes it available without being its manufacturer or importer"),
                ("steward", "Article 3(14): sustains free and open-source software as a legal person, without being its manufacturer"),
            ], "manufacturer")) ?? Role.Manufacturer;
        var ownName = role is Role.Importer or Role.Distributor && (ask.YesNo(options.OwnName, "Under your own name or trademark, or substantially modified by you (Article 21)?") ?? false);
        var commercial = role == Role.Steward || (ask.YesNo(options.Commercial, "Is it supplied in the course of a commercial activity, paid or not (Article 3(22))?") ?? true);
        return Scope.Of(new ScopeAnswers(!IsNone(connection), commercial, foss, excluded, role, ownName));

        static bool IsNone(string? answer) => string.Equals(answer, "none", StringComparison.OrdinalIgnoreCase);
        static (string, string)? Unknown(string answer) =>
            Array.Find(answer.Split(',', StringSplitOptions.TrimEntries), e => !IsNone(e) && !Scope.Exclusions.Contains(e, StringComparer.Ordinal)) is { } unknown ? ($"'{unknown}' is no exclusion of Article 2", $"none, or {string.Join(", ", Scope.Exclusions)}") : null;
    }

    // What follows is said even to a script: it decides whether there is a case at all.
    private bool Say(ScopeResult scope)
    {
        if (!scope.Applies) shell.Error.WriteLine("By these answers Regulation (EU) 2024/2847 does not apply:");
        if (!scope.Applies || ask.Asks)
        {
            foreach (var (basis, text) in scope.Because) shell.Error.WriteLine($"  Article {basis}: {text}");
        }

        if (ask.Asks && scope.Applies) ask.Say($"It applies to you as {scope.Role.Word()}.");
        return scope.Applies;
    }

    private NewCase Classified(NewCase begun)
    {
        ask.Head("The class, by core functionality (Articles 7(1) and 8(1))");
        ask.Say("The categories of Annexes III and IV. Answer '?' and an id to read a technical description, or '?' and a word to search in them.");
        var choices = law.Categories.Select(c => (c.Id, c.Text)).Append(("none", "none of them fits the core functionality")).ToList();
        var category = ask.Choice(options.Category, "Category, or none, or nothing to classify later", ask.Asks ? [.. choices, ("later", "not yet")] : choices, ask.Asks ? "later" : null, Describe);
        if (category is null or "later") return begun;
        var because = ask.Text(options.Because, category == "none" ? "Why none of them fits" : "Why it fits", required: true);
        return begun with { Category = law.Categories.FirstOrDefault(c => c.Id == category), ClassifiedBecause = because };
    }

    private void Describe(string asked)
    {
        var found = law.Categories.Where(c => c.Id.Equals(asked, StringComparison.OrdinalIgnoreCase)).ToList();
        if (found.Count == 0 && asked.Length > 2) found = [.. law.Categories.Where(c => c.Description.Append(c.Text).Any(t => t.Contains(asked, StringComparison.OrdinalIgnoreCase)))];
        if (found.Count == 0) ask.Say(asked.Length > 2 ? $"'{asked}' stands in no verified description." : "Write ? and an id, or ? and a word of at least three letters.");
        foreach (var category in found)
        {
            ask.Say($"{category.Id}, {category.Provision}: {category.Text}");
            foreach (var paragraph in category.Description) ask.Item("", paragraph);
            if (!category.Complete) ask.Say($"  The description of {string.Join(" and ", category.Unverified)} is not verified here: read Implementing Regulation (EU) 2025/2392 for it.");
        }
    }

    private List<NewPart> Parts()
    {
        ask.Head("The parts");
        ask.Say("A requirement is as good as the weakest part it applies to. Component types of IEC 62443-4-2:");
        foreach (var (word, text) in Types) ask.Item(word.PadRight(20), text);
        ask.Say("Write ID:TYPE:LEVEL with the target security level 1 to 4, such as app:software-application:2; a service of yours at a distance: cloud:remote, or cloud:remote:software-application:2.");
        return [.. ask.Several(options.Part, "A part", required: true, Unreadable).Select(Part).OfType<NewPart>()];
    }

    private static (string, string)? Unreadable(string written, IReadOnlyList<string> earlier) =>
        Part(written) is not { } part ? ($"'{written}' is no part", $"ID:TYPE:LEVEL with {string.Join(", ", Types.Select(t => t.Word))} and 1 to 4; or ID:remote")
        : earlier.Any(e => Part(e)?.Id == part.Id) ? ($"two parts are called '{part.Id}'", "give each its own id")
        : null;

    private static NewPart? Part(string written)
    {
        var pieces = written.Split(':', StringSplitOptions.TrimEntries);
        if (pieces[0].Length == 0) return null;
        var remote = pieces.Length > 1 && pieces[1] == "remote";
        return pieces[(remote ? 2 : 1)..] switch
        {
            [] when remote => new NewPart(pieces[0], null, null, true),
            [var type, var level] when Types.Any(t => t.Word == type) && level is ['1' or '2' or '3' or '4'] => new NewPart(pieces[0], type, level[0] - '0', remote),
            _ => null,
        };
    }

    private (string, string, Text.Digest)? Process()
    {
        if (ask.Text(options.Process, "Folder of a process case that this product shares with others (may follow later)") is not { } named) return null;
        var folder = Path.GetFullPath(named, shell.WorkingDirectory);
        var read = CaseFolder.Read(folder);
        if (read.Problems.Where(p => p.Code != "case.no-product").FirstOrDefault() is { } problem) ask.Wrong(options.Process, $"the process case '{named}' does not read: {problem}", "correct it first");
        else if (read.Value?.Case is not { Product: null } process) ask.Wrong(options.Process, $"'{named}' is no process case", "a process case holds 'process:' in its marque.yaml; marque init --process-case begins one");
        else return (process.Id, Path.GetRelativePath(full, folder).Replace('\\', '/'), process.Digest);
        return null;
    }

    private (string, Text.Digest)? Bridge()
    {
        var bridge = law.Bridges[0];
        ask.Say($"The bridge '{bridge.Id}' maps {bridge.Points.SelectMany(p => p.Pairs).Select(p => p.Item).Distinct(StringComparer.Ordinal).Count()} requirements of IEC 62443 to Annex I. It is an engineering judgement, not a harmonised standard: no presumption follows from it, and what it leaves open stays to be shown. A signed decision of yours has to adopt it.");
        return (ask.YesNo(options.Adopt, "Adopt it for every point?", otherwise: ask.Asks ? true : false) ?? false) ? (bridge.Id, bridge.Digest) : null;
    }

    private string? Procedure(NewCase begun)
    {
        (string, string)[] words = [("A", "internal control"), ("B+C", "EU-type examination, then conformity to type"), ("H", "full quality assurance"), ("scheme", "a European cybersecurity certification scheme")];
        if (ask.Problems.Count > 0 || !ask.Asks) return ask.Choice(options.Procedure, "", words, null);
        // Shown for what was answered so far, by the engine itself.
        var files = begun.Files().Select(f => (f.Path, f.After)).ToList();
        var read = CaseFile.Read(new CaseSource("", files, null));
        if (read.Value is { } c && CaseIndex.Build(law, c with { Uses = [] }, []).Value is { } index)
        {
            var assessment = Assess.Run(index, Observations.None, null, shell.ToTheSecond());
            AssessmentTable.Procedures(new Terminal.Screen(shell.Error, 80, colour: false, unicode: true, rich: false), assessment.Procedures);
        }

        var chosen = ask.Choice(options.Procedure, "The one you choose, or nothing to choose later", [.. words, ("later", "not yet")], "later");
        return chosen == "later" ? null : chosen;
    }

    // "Edge Gateway BG-200" as edge-gateway-bg-200.
    private static string? Slug(string name)
    {
        var slug = string.Join('-', new string([.. FileNames.Ascii(name.ToLowerInvariant()).Select(c => char.IsAsciiLetterOrDigit(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return slug.Length == 0 ? null : slug;
    }
}
