using Marque.Assessments;
using Marque.Documents;
using Marque.Text;

namespace Marque.Frozen;

/// <summary>The list of what a technical file holds, as JSON: <c>marque/file-manifest/v1</c>.</summary>
public static class FileManifest
{
    /// <summary>Its name among the members; it does not list itself.</summary>
    public const string Name = "manifest.json";

    /// <summary>The document.</summary>
    /// <param name="assessment">The assessment in the file.</param>
    /// <param name="members">Every other member with the digest of its bytes, in any order.</param>
    /// <param name="facts">What became of each registered fact.</param>
    public static byte[] Of(Assessment assessment, IEnumerable<(Member Member, Digest Sha256)> members, IReadOnlyList<FactInFile> facts) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/file-manifest/v1");
        AssessmentJson.Head(json, assessment);
        json.WriteStartArray("members");
        foreach (var (member, sha256) in members.OrderBy(m => m.Member.Name, StringComparer.Ordinal))
        {
            json.WriteStartObject();
            json.WriteString("path", member.Name);
            json.WriteNumber("size", member.Size);
            json.WriteString("sha256", sha256.ToString());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("facts");
        foreach (var fact in facts)
        {
            json.WriteStartObject();
            json.WriteString("series", fact.Series);
            json.WriteString("sha256", fact.Sha256.ToString());
            json.WriteString("state", fact.State);
            if (fact.Member is not null) json.WriteString("member", fact.Member);
            if (fact.Found is { } found && found != fact.Sha256) json.WriteString("found", found.ToString());
            if (fact.Because is not null) json.WriteString("because", fact.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    });
}
