using System.Text.Json;
using Marque.Assessments;
using Marque.Legal;

namespace Marque.Documents;

/// <summary>An assessment as JSON: <c>marque/assessment/v1</c>; several releases as <c>marque/assessments/v1</c>.</summary>
public static class AssessmentJson
{
    /// <summary>One assessment.</summary>
    /// <param name="assessment">The assessment.</param>
    /// <param name="index">The case it was computed from.</param>
    public static byte[] Of(Assessment assessment, CaseIndex index) => JsonOutput.Of(json => Write(json, assessment, index));

    /// <summary>One assessment for each release.</summary>
    /// <param name="assessments">The assessments.</param>
    /// <param name="index">The case they were computed from.</param>
    public static byte[] Of(IReadOnlyList<Assessment> assessments, CaseIndex index) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/assessments/v1");
        json.WriteStartArray("assessments");
        foreach (var assessment in assessments) Write(json, assessment, index);
        json.WriteEndArray();
        json.WriteEndObject();
    });

    private static void Write(Utf8JsonWriter json, Assessment a, CaseIndex index)
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/assessment/v1");
        Head(json, a);
        Procedures(json, a.Procedures);
        json.WriteStartArray("requirements");
        foreach (var r in a.Requirements) Requirement(json, r, a.NextOf(r.Point.Id));
        json.WriteEndArray();
        json.WriteStartArray("obligations");
        foreach (var o in a.Obligations) Obligation(json, o);
        json.WriteEndArray();
        json.WriteStartArray("iec62443");
        foreach (var (item, why) in Listed.Of(index.CatalogItems, a.Catalogs)) Item(json, item, why);
        json.WriteEndArray();
        json.WriteStartArray("remainder");
        foreach (var (item, why) in Listed.Of(index.RemainderItems, a.Remainder)) Item(json, item, why);
        json.WriteEndArray();
        json.WriteStartObject("riskAssessment");
        json.WriteString("verdict", a.RiskAssessment.Verdict.Word());
        json.Grounds("because", Causes.Of(a.RiskAssessment));
        json.WriteEndObject();
        json.WriteStartArray("facts");
        foreach (var f in a.Facts) Fact(json, f);
        json.WriteEndArray();
        json.WriteStartObject("counts");
        foreach (var (verdict, count) in a.Counts) json.WriteNumber(verdict.Word(), count);
        json.WriteEndObject();
        json.Steps("next", a.Next);
        json.Texts("notices", a.Notices);
        json.WriteEndObject();
    }

    /// <summary>What every document computed from an assessment says of its inputs.</summary>
    internal static void Head(Utf8JsonWriter json, Assessment a)
    {
        json.WriteStartObject("product");
        json.WriteString("id", a.Product.Id);
        json.WriteString("name", a.Product.Name);
        json.WriteEndObject();
        json.WriteString("release", a.Release);
        json.WriteString("asOf", a.AsOf.Text());
        json.WriteStartObject("engine");
        json.WriteNumber("rules", Assess.Rules);
        json.WriteEndObject();
        json.WriteStartObject("legalSet");
        json.WriteString("version", a.LegalSet.Version);
        json.WriteString("sha256", a.LegalSet.Digest.ToString());
        json.WriteBoolean("official", a.LegalSet.Official);
        json.WriteEndObject();
        json.WriteStartObject("inputs");
        json.WriteString("sha256", a.Inputs.ToString());
        json.WriteEndObject();
        json.WriteString("trust", a.Trust.Word());
    }

    private static void Procedures(Utf8JsonWriter json, Procedures p)
    {
        json.WriteStartObject("procedures");
        json.WriteString("class", p.Class?.Word());
        json.WriteString("category", p.Category);
        json.WriteStartObject("classification");
        json.WriteString("verdict", p.Classification.Verdict.Word());
        json.Grounds("because", Causes.Of(p.Classification));
        json.WriteEndObject();
        json.Texts("thirdParty", p.ThirdParty);
        json.WriteStartArray("modules");
        foreach (var m in p.Modules)
        {
            json.WriteStartObject();
            json.WriteString("module", m.Name);
            json.WriteBoolean("open", m.Open);
            json.WriteString("because", m.Because);
            json.WriteString("basis", m.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartObject("notifiedBodies");
        json.WriteNumber("count", p.NotifiedBodies.Count);
        json.WriteString("asOf", NodaTime.Text.LocalDatePattern.Iso.Format(p.NotifiedBodies.AsOf));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Requirement(Utf8JsonWriter json, RequirementResult r, IReadOnlyList<NextStep> next)
    {
        json.WriteStartObject();
        json.WriteString("id", r.Point.Id);
        json.WriteString("title", r.Point.Title);
        json.WriteString("verdict", r.Verdict.Word());
        json.Binding(r.Binding);
        json.WriteStartArray("routes");
        foreach (var route in r.Routes)
        {
            json.WriteStartObject();
            json.WriteString("route", route.Route);
            json.WriteString("verdict", route.Verdict.Word());
            json.WriteString("weakest", route.Weakest);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteString("weakest", r.Weakest);
        json.Grounds("because", Causes.Of(r.Why));
        json.Texts("next", next.Select(n => n.Action));
        json.WriteEndObject();
    }

    private static void Obligation(Utf8JsonWriter json, ObligationResult o)
    {
        json.WriteStartObject();
        json.WriteString("id", o.Obligation.Id);
        json.WriteString("title", o.Obligation.Title);
        json.WriteString("verdict", o.Verdict.Word());
        json.WriteString("tag", o.Obligation.Tag.Word());
        json.Binding(o.Binding);
        json.Grounds("because", Causes.Of(o.Why));
        json.WriteEndObject();
    }

    private static void Item(Utf8JsonWriter json, Item item, Derivation why)
    {
        json.WriteStartObject();
        json.WriteString("catalog", item.Catalog);
        json.WriteString("id", item.Id);
        json.WriteString("title", item.Title);
        if (item.Tag is { } tag) json.WriteString("tag", tag.Word());
        json.WriteString("verdict", why.Verdict.Word());
        json.Grounds("because", Causes.Of(why));
        json.WriteEndObject();
    }

    private static void Fact(Utf8JsonWriter json, SeriesResult f)
    {
        json.WriteStartObject();
        json.WriteString("series", f.Series.Id);
        json.WriteBoolean("sound", f.Sound);
        json.WriteBoolean("contradicts", f.Contradicts);
        json.Grounds("because", f.Grounds);
        json.WriteEndObject();
    }
}
