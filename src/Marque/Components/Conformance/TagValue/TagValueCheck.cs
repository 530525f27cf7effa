using System.Text;
using Marque.Components.Conformance.Json;
using Marque.Text;

namespace Marque.Components.Conformance.TagValue;

/// <summary>Checks SPDX 2.2 and 2.3 in tag-value against the cardinalities and value forms of the specification; there is no schema for it.</summary>
internal sealed class TagValueCheck
{
    private static readonly Dictionary<string, Tag>.AlternateLookup<ReadOnlySpan<char>> Known = Tags.All.Where(t => t.Name != "SPDXID").ToDictionary(t => t.Name, StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Tag[] Ids = [.. Tags.All.Where(t => t.Name == "SPDXID")];

    private readonly bool is23;
    private readonly Findings findings;
    private readonly Names names = new("spdx-id-unique", "spdx-id-resolves", reference => reference.SequenceEqual("NONE"u8) || reference.SequenceEqual("NOASSERTION"u8) || reference.StartsWith("DocumentRef-"u8), _ => false);
    private readonly Described?[] open = new Described?[Enum.GetValues<Section>().Length];
    private Section element = Section.Document;
    private byte[] utf8 = new byte[256];

    private TagValueCheck(Form form, Findings findings)
    {
        is23 = form.Version == "2.3";
        this.findings = findings;
        open[(int)Section.Document] = new Described(1);
    }

    /// <summary>The version that the file names.</summary>
    public static Form Read(Stream file)
    {
        var lines = new TagLines(file);
        while (lines.Next(out var line) && lines.Line < 10_000)
        {
            if (line.StartsWith("SPDXVersion:")) return new Form("SPDX", Named(line[12..]), "tag-value");
            if (line.StartsWith("spdxVersion:")) return new Form("SPDX", Named(line[12..]), "YAML");
        }

        return Form.None;
    }

    private static string Named(ReadOnlySpan<char> value)
    {
        value = value.Trim(" \t\"'");
        return Shown.Text((value.StartsWith("SPDX-") ? value[5..] : value).ToString());
    }

    /// <summary>Whether its rules are known.</summary>
    public static bool Knows(Form form) => form is { Serialization: "tag-value", Version: "2.2" or "2.3" };

    /// <summary>Checks to the file's end.</summary>
    public static void Run(Stream file, Form form, Findings findings, CancellationToken stop)
    {
        var check = new TagValueCheck(form, findings);
        var lines = new TagLines(file);
        while (lines.Next(out var line))
        {
            if ((lines.Line & 4095) == 0) stop.ThrowIfCancellationRequested();
            var text = line.Trim();
            if (text.IsEmpty || text[0] == '#') continue;
            check.Line(lines, text);
        }

        foreach (var section in Enum.GetValues<Section>()) check.Close(section);
        check.names.Finish(findings);
    }

    private void Line(TagLines lines, ReadOnlySpan<char> text)
    {
        var number = lines.Line;
        var colon = text.IndexOf(':');
        if (colon <= 0)
        {
            findings.Add(number, "", Demand.Syntax, "tag-value", $"'{Shown.Text(text[..Math.Min(100, text.Length)].ToString())}' is no tag with a value", "Tag: value; text over several lines between <text> and </text>");
            return;
        }

        var name = text[..colon].Trim();
        var value = text[(colon + 1)..].Trim();
        var tag = name is "SPDXID" ? Ids[element switch { Section.Package => 1, Section.File => 2, _ => 0 }] : Known.TryGetValue(name, out var found) ? found : null;
        if (tag is null) Unknown(number, name.ToString());
        else if (tag.New && !is23) findings.Add(number, tag.Name, Demand.Schema, "tag-version", $"'{tag.Name}' came with SPDX 2.3", "leave it out, or follow SPDX 2.3");
        var several = value.StartsWith("<text>");
        if (tag is not null) Met(tag, number, value, several);
        if (several && value.IndexOf("</text>") < 0) PassText(lines, number, tag);
    }

    private void Met(Tag tag, int line, ReadOnlySpan<char> value, bool several)
    {
        if (tag.Starts)
        {
            Close(tag.Section);
            open[(int)tag.Section] = new Described(line);
            if (tag.Section is Section.Package or Section.File or Section.Snippet or Section.License) element = tag.Section;
        }

        var described = open[(int)tag.Section];
        if (described is null)
        {
            findings.Add(line, tag.Name, Demand.Schema, "tag-order", $"'{tag.Name}' stands before what it describes", $"behind {Tags.All.First(t => t.Section == tag.Section && t.Starts).Name} (SPDX, {tag.Clause})");
            return;
        }

        if (described.Count(tag) > 1 && tag.Once) findings.Add(line, tag.Name, Demand.Schema, "tag-once", $"'{tag.Name}' stands twice for one {Word(tag.Section)}", $"once (SPDX, {tag.Clause})");
        if (several)
        {
            if (tag.Form != ValueForm.Text && tag.Form != ValueForm.Line) findings.Add(line, tag.Name, Demand.Schema, "tag-form", $"the value of '{tag.Name}' is on one line, without <text>", $"(SPDX, {tag.Clause})");
            return;
        }

        if (tag.Form.Wrong(value) is { } right)
        {
            if (findings.Full) findings.Count();
            else findings.Add(line, tag.Name, Demand.Schema, "tag-form", value.IsEmpty ? $"'{tag.Name}' has no value" : $"'{Shown.Text(value[..Math.Min(100, value.Length)].ToString())}' is no value of '{tag.Name}'", $"{right} (SPDX, {tag.Clause})");
        }
        else Refer(tag, line, value, described);
    }

    private void Refer(Tag tag, int line, ReadOnlySpan<char> value, Described described)
    {
        switch (tag.Form)
        {
            case ValueForm.Identifier: names.Met(tag.Section == Section.Package ? Role.Package : Role.Name, Utf8(value), tag.Name, line, findings); break;
            case ValueForm.Reference: names.Met(Role.Reference, Utf8(value), tag.Name, line, findings); break;
            case ValueForm.Flag: described.NotAnalyzed = value is "false"; break;
            case ValueForm.Relationship:
                names.Met(Role.Reference, Utf8(ValueForms.First(value, out var rest)), tag.Name, line, findings);
                names.Met(Role.Relationship, Utf8(ValueForms.First(rest, out rest)), tag.Name, line, findings);
                names.Met(Role.Reference, Utf8(rest), tag.Name, line, findings);
                break;
            default: break;
        }
    }

    private void PassText(TagLines lines, int from, Tag? tag)
    {
        while (lines.Next(out var line))
        {
            if (line.IndexOf("</text>") >= 0) return;
        }

        findings.Add(from, tag?.Name ?? "", Demand.Syntax, "tag-value", "a text begins here and does not end", "</text>");
    }

    private void Close(Section section)
    {
        if (open[(int)section] is not { } described) return;
        foreach (var tag in Tags.All)
        {
            if (tag.Section == section && described.Of(tag) < (is23 ? tag.LeastIn23 : tag.Least)) Lacks(described.Line, tag, section);
        }

        if (section == Section.Package) Analyzed(described);
        if (section != Section.Document) open[(int)section] = null;
    }

    // SPDX, 7.9: present when files were analyzed (which is the default), absent when not. ISO/IEC 5962:2021, 7.14 likewise.
    private void Analyzed(Described package)
    {
        var code = Tags.All.First(t => t.Name == "PackageVerificationCode");
        if (package.NotAnalyzed && package.Of(code) > 0) findings.Add(package.Line, code.Name, Demand.Rule, "files-not-analyzed", "a package whose files were not analyzed has a verification code", "leave it out (SPDX, 7.9)");
        if (!package.NotAnalyzed && package.Of(code) == 0 && !is23) findings.Add(package.Line, code.Name, Demand.Rule, "files-analyzed", "a package whose files were analyzed has no verification code", "PackageVerificationCode, or FilesAnalyzed: false (SPDX, 7.9)");
    }

    private void Lacks(int line, Tag tag, Section section)
    {
        if (findings.Full) findings.Count();
        else findings.Add(section == Section.Document ? 0 : line, tag.Name, Demand.Schema, "tag-required", $"the {Word(section)} lacks '{tag.Name}'", $"add it (SPDX, {tag.Clause})");
    }

    private void Unknown(int line, string name)
    {
        if (findings.Full) findings.Count();
        else findings.Add(line, Shown.Text(name), Demand.Schema, "tag-unknown", $"'{Shown.Text(name)}' is no tag of SPDX", Nearest.To(name, Tags.All.Select(t => t.Name)) is { } near ? $"did you mean '{near}'?" : "leave it out");
    }

    private ReadOnlySpan<byte> Utf8(ReadOnlySpan<char> text)
    {
        if (utf8.Length < text.Length * 3) utf8 = new byte[text.Length * 3];
        return utf8.AsSpan(0, Encoding.UTF8.GetBytes(text, utf8));
    }

    private static string Word(Section section) => section switch
    {
        Section.License => "licensing information",
        _ => section.ToString().ToLowerInvariant(),
    };

    private sealed class Described(int line)
    {
        private readonly Dictionary<Tag, int> counts = new(ReferenceEqualityComparer.Instance);

        public int Line { get; } = line;

        public bool NotAnalyzed { get; set; }

        public int Count(Tag tag) => counts[tag] = counts.GetValueOrDefault(tag) + 1;

        public int Of(Tag tag) => counts.GetValueOrDefault(tag);
    }
}
