using Marque.Text;

namespace Marque.Signing;

/// <summary>What <c>signing.yaml</c> says is to stay as it is: the decays that the examples show.</summary>
internal sealed class Keep
{
    private readonly HashSet<(string File, string What)> kept = [];

    /// <summary>Reads the file; absent: nothing is kept.</summary>
    public static Keep Read(Workspace workspace, List<Problem> problems)
    {
        var keep = new Keep();
        if (workspace.Text("signing.yaml") is null || workspace.Tree("signing.yaml") is not YamlMap map) return keep;
        var fields = new Fields(map, problems);
        foreach (var entry in fields.Each("keep"))
        {
            var file = entry.Required("file");
            foreach (var (what, place) in entry.Texts("what"))
            {
                keep.kept.Add((file, what));
                if (workspace.Text(file) is null) problems.Add(new Problem(place, "signing.file", $"there is no file {file}", "correct the path, relative to the examples"));
            }

            entry.Required("shows");
            entry.Done();
        }

        fields.Done();
        return keep;
    }

    /// <summary>Whether that part of the file stays: <c>fact PATH</c>, <c>found PATH</c>, <c>stoodOn NAME</c>, <c>signatures</c>, <c>uses ID</c>, <c>adopts ID</c>.</summary>
    public bool Has(string file, string what) => kept.Contains((file, what));
}
