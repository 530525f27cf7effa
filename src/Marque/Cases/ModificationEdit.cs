using Marque.Text;
using NodaTime.Text;

namespace Marque.Cases;

/// <summary>Writes into a release whether it is a substantial modification (Article 3(30)), with the answers by which that was decided.</summary>
public static class ModificationEdit
{
    /// <summary>The release's file with the record.</summary>
    /// <param name="file">The file as read.</param>
    /// <param name="release">The release as read from it.</param>
    /// <param name="record">The answers.</param>
    /// <param name="outcome">What they come to.</param>
    /// <param name="what">What changed, in words; null: what stands there stays.</param>
    /// <param name="replace">Whether a record that is there already may go.</param>
    public static Read<FileChange> Record(FileChange file, Release release, ModificationRecord record, bool outcome, string? what, bool replace)
    {
        if (release.Modification is not null && !replace) return Refuse(release, "release.recorded", $"{release.Version} has answers already{Of(release.Modification)}", "replace them with --replace");
        if (release.IsSubstantialModification is { } said && said != outcome && !replace) return Refuse(release, "release.recorded", $"the record says 'substantial: {(said ? "true" : "false")}', and by these answers it is the opposite", "correct an answer, or replace the record with --replace");
        List<(string Key, YamlNode? Value)> entries =
        [
            ("substantial", YamlValue.Flag(outcome)), ("what", YamlValue.Maybe(what)), ("comparedWith", YamlValue.Maybe(record.ComparedWith)), ("by", YamlValue.Maybe(record.By)), ("on", record.On is { } on ? YamlValue.Date(on) : null),
            ("questions", YamlValue.List(record.Answers.Select(a => YamlValue.Map(("question", YamlValue.Text(a.Question)), ("answer", YamlValue.Text(a.IsYes ? "yes" : "no")), ("because", YamlValue.Text(a.Because)))))),
        ];
        if (YamlReader.Read(file.Path, file.After.Span).Value is not YamlMap root || root["change"] is not YamlMap change) return file.Set(["change"], YamlValue.Map([.. entries]));
        var edited = new Read<FileChange>(file, []);
        // The reason for the opposite is no reason any more.
        if (change["because"] is not null && release.IsSubstantialModification == !outcome) edited = file.Remove(["change", "because"]);
        foreach (var (key, value) in entries)
        {
            if (edited.Value is { } at && value is not null) edited = at.Set(["change", key], value);
        }

        // Every line to paste, not only those of the first that could not be written.
        return edited.Value is not null || edited.Problems is not [var first, ..] ? edited : new(null, [first with { Paste = [.. entries.Where(e => e.Value is not null).SelectMany(e => file.Set(["change", e.Key], e.Value!).Problems).SelectMany(p => p.Paste)] }]);
    }

    private static string Of(ModificationRecord record) => $"{(record.By is { } by ? $", by {by}" : "")}{(record.On is { } on ? $" on {LocalDatePattern.Iso.Format(on)}" : "")}";

    private static Read<FileChange> Refuse(Release release, string code, string message, string remedy) => new(null, [new Problem(release.Place, code, message, remedy)]);
}
