using Marque.Text;

namespace Marque.Cases;

/// <summary>Reads <c>releases/VERSION.yaml</c> and release ranges.</summary>
internal static class ReleaseFile
{
    public static Release Read(Fields f)
    {
        var placing = f.Nested("placing");
        var change = f.Nested("change");
        var artefacts = new List<(string, Digest)>();
        foreach (var a in f.Each("artefacts"))
        {
            if (a.Digest("sha256") is { } digest) artefacts.Add((a.Required("name"), digest));
            else if (!a.Has("sha256")) a.Missing("sha256");
            a.Done();
        }

        var release = new Release
        {
            Version = f.Required("version"),
            Line = f.Text("line") ?? "",
            Predecessor = f.Text("predecessor"),
            Commit = f.Text("commit"),
            IsSupported = f.Flag("supported"),
            FirstPlaced = placing?.Date("first"),
            LastPlaced = placing?.Date("last"),
            IsSubstantialModification = change?.Flag("substantial"),
            ChangeBecause = change?.Text("because"),
            Modification = change is null ? null : Modification(change),
            Artefacts = artefacts,
            Place = f.Place,
        };
        f.Texts("sboms");
        change?.Text("what");
        if (release.FirstPlaced is { } first && release.LastPlaced is { } last && last < first) placing!.Problem("last", "release.placing", "the last placing on the market is before the first", "correct one of the two dates");
        placing?.Done();
        change?.Done();
        f.Done();
        return release;
    }

    private static ModificationRecord? Modification(Fields change)
    {
        var answers = new List<ModificationAnswer>();
        foreach (var q in change.Each("questions"))
        {
            var answer = q.OneOf("answer", "yes", "no");
            if (!q.Has("answer")) q.Missing("answer");
            var given = new ModificationAnswer(q.Required("question"), answer == "yes", q.Required("because"), q.Place);
            if (answers.Exists(a => a.Question == given.Question)) q.Problem("question", "release.answered-twice", $"'{given.Question}' is answered twice", "keep one answer");
            answers.Add(given);
            q.Done();
        }

        var record = new ModificationRecord(answers, change.Text("comparedWith"), change.Text("by"), change.Date("on"));
        if (answers.Count > 0) return record;
        foreach (var key in new[] { "comparedWith", "by", "on" }.Where(change.Has)) change.Problem(key, "release.no-answers", $"'{key}' is said of answers that are not there", "answer the questions: marque diff --from PREDECESSOR --to RELEASE --record");
        return null;
    }

    /// <summary>The range at <c>releases</c> (from, until, only), or the single release at <c>release</c>.</summary>
    public static ReleaseRange Range(Fields f)
    {
        if (f.Text("release") is { } single) return new(null, null, [single]);
        if (f.Nested("releases") is not { } range) return ReleaseRange.All;
        var result = new ReleaseRange(range.Text("from"), range.Text("until"), [.. range.Texts("only").Select(v => v.Value)]);
        range.Done();
        return result;
    }
}
