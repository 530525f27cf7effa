using System.Text.Json;
using Marque.Assessments;
using Marque.Comparisons;
using NodaTime.Text;

namespace Marque.Documents;

/// <summary>A simulation as JSON: <c>marque/simulation/v1</c>. Whatever rests on the assumption says so beside it.</summary>
public static class SimulationJson
{
    /// <summary>The document.</summary>
    /// <param name="s">The simulation.</param>
    public static byte[] Of(Simulation s) => JsonOutput.Of(json =>
    {
        var (a, c) = (s.Assumed, s.Against);
        json.WriteStartObject();
        json.WriteString("schema", "marque/simulation/v1");
        json.WriteString("status", "ASSUMED");
        json.WriteStartObject("assumption");
        json.WriteString("standard", a.Standard.Reference);
        json.WriteString("from", LocalDatePattern.Iso.Format(a.From));
        json.WriteString("covers", a.Digest.ToString());
        json.WriteBoolean("horizontal", a.Horizontal);
        json.Texts("categories", a.Categories);
        json.WriteStartArray("coverage");
        foreach (var covered in a.Coverage)
        {
            json.WriteStartObject();
            json.WriteString("status", "ASSUMED");
            json.WriteString("point", covered.Point);
            json.WriteString("extent", covered.Extent.ToString().ToLowerInvariant());
            json.WriteString("because", covered.Because);
            json.Texts("leaves", covered.Leaves);
            json.Texts("clauses", covered.Clauses);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteStartObject("product");
        json.WriteString("id", c.From.Assessment.Product.Id);
        json.WriteString("name", c.From.Assessment.Product.Name);
        json.WriteEndObject();
        json.WriteString("release", c.From.Assessment.Release);
        json.WriteString("today", c.From.Assessment.AsOf.Text());
        json.WriteString("asOf", c.To.Assessment.AsOf.Text());
        json.WriteString("legalSet", c.From.Assessment.LegalSet.Version);
        json.WriteBoolean("official", c.From.Assessment.LegalSet.Official);
        json.WriteStartArray("points");
        foreach (var (now, then) in c.From.Assessment.Requirements.Zip(c.To.Assessment.Requirements))
        {
            json.WriteStartObject();
            json.WriteString("status", "ASSUMED");
            json.WriteString("id", now.Point.Id);
            json.WriteString("title", now.Point.Title);
            json.WriteString("today", now.Verdict.Word());
            json.WriteString("assumed", then.Verdict.Word());
            json.WriteString("standardRoute", then.Routes.FirstOrDefault(r => r.Route == "standard")?.Verdict.Word());
            json.Grounds("because", StandardGrounds(s, then.Why));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("moved");
        foreach (var moved in c.Moved)
        {
            json.WriteStartObject();
            json.WriteString("status", "ASSUMED");
            json.WriteString("kind", moved.Kind);
            json.WriteString("id", moved.Id);
            json.WriteString("from", moved.From?.Word());
            json.WriteString("to", moved.To?.Word());
            json.WriteString("direction", moved.Direction.Word());
            json.Texts("reasons", moved.Turns.SelectMany(t => t.Reasons).Select(r => ComparisonText.Of(r, c)).Distinct(StringComparer.Ordinal));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("modules");
        foreach (var module in c.To.Assessment.Procedures.Modules)
        {
            json.WriteStartObject();
            json.WriteString("status", "ASSUMED");
            json.WriteString("module", module.Name);
            json.WriteBoolean("openToday", c.From.Assessment.Procedures.Modules.First(m => m.Name == module.Name).Open);
            json.WriteBoolean("open", module.Open);
            json.WriteString("because", module.Because);
            json.WriteString("basis", module.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("clauseCatalog", s.Clauses is not null);
        json.WriteStartArray("clausesWithoutEvidence");
        foreach (var clause in s.Clauses ?? [])
        {
            json.WriteStartObject();
            json.WriteString("status", "ASSUMED");
            json.WriteString("clause", clause.What);
            json.WriteString("verdict", clause.Verdict.Word());
            json.Grounds("because", Causes.Of(clause));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Texts("notices", c.To.Assessment.Notices);
        json.WriteEndObject();
    });

    /// <summary>What the standard says of a point under the assumption.</summary>
    /// <param name="s">The simulation.</param>
    /// <param name="why">The derivation of the point.</param>
    public static IReadOnlyList<Ground> StandardGrounds(Simulation s, Derivation why)
    {
        var found = new List<Ground>();
        Collect(why);
        return [.. found.Distinct()];

        void Collect(Derivation at)
        {
            if (at.Kind == "instrument" && at.What == s.Assumed.Standard.Reference) found.AddRange(at.Grounds);
            foreach (var from in at.From) Collect(from);
        }
    }
}
