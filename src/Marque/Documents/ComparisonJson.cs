using System.Text.Json;
using Marque.Assessments;
using Marque.Comparisons;

namespace Marque.Documents;

/// <summary>A comparison as JSON: <c>marque/diff/v1</c>.</summary>
public static class ComparisonJson
{
    /// <summary>The document.</summary>
    /// <param name="c">The comparison.</param>
    /// <param name="inquiry">The questions of a substantial modification, where they are asked.</param>
    public static byte[] Of(Comparison c, ModificationInquiry? inquiry = null) => JsonOutput.Of(json =>
    {
        json.WriteStartObject();
        json.WriteString("schema", "marque/diff/v1");
        json.WriteStartObject("product");
        json.WriteString("id", c.To.Assessment.Product.Id);
        json.WriteString("name", c.To.Assessment.Product.Name);
        json.WriteEndObject();
        Side(json, "from", c.From);
        Side(json, "to", c.To);
        json.WriteBoolean("gotWorse", c.GotWorse);
        json.WriteStartArray("changes");
        foreach (var change in c.Changes) Changed(json, change);
        json.WriteEndArray();
        json.WriteStartArray("moved");
        foreach (var moved in c.Moved) Moved(json, moved, c);
        json.WriteEndArray();
        json.WriteStartArray("modules");
        foreach (var module in c.Modules)
        {
            json.WriteStartObject();
            json.WriteString("module", module.Module);
            json.WriteBoolean("openBefore", module.From.Open);
            json.WriteBoolean("openAfter", module.To.Open);
            json.WriteString("because", module.To.Because);
            json.WriteString("basis", module.To.Basis);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        if (inquiry is not null) Modification(json, inquiry);
        json.WriteEndObject();
    });

    private static void Modification(Utf8JsonWriter json, ModificationInquiry inquiry)
    {
        json.WriteStartObject("modification");
        json.WriteString("rule", inquiry.Rule.Rule);
        json.WriteString("release", inquiry.Release.Version);
        json.WriteString("appliesFrom", Day(inquiry.AppliesFrom));
        json.WriteString("outcome", ModificationText.Word(inquiry.Outcome));
        json.WriteString("text", ModificationText.Outcome(inquiry));
        json.WriteStartArray("questions");
        foreach (var asked in inquiry.Questions)
        {
            var question = asked.Question;
            json.WriteStartObject();
            json.WriteString("id", question.Id);
            json.WriteString("question", question.Question);
            json.WriteString("kind", question.Kind.Word());
            json.WriteString("words", question.Words);
            json.WriteString("basis", question.Basis);
            json.WriteString("tag", question.Tag.Word());
            json.Texts("shows", asked.Bearings.Select(b => ModificationText.Of(b, inquiry)));
            json.WriteString("answer", asked.Answer is { } answer ? ModificationText.Word(answer) : null);
            json.WriteString("because", asked.Answer?.Because);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("consequences");
        foreach (var consequence in inquiry.Consequences)
        {
            json.WriteStartObject();
            json.WriteString("id", consequence.Id);
            json.WriteString("what", consequence.What);
            json.WriteString("basis", consequence.Basis);
            json.WriteString("tag", consequence.Tag.Word());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string Day(NodaTime.LocalDate day) => NodaTime.Text.LocalDatePattern.Iso.Format(day);

    private static void Side(Utf8JsonWriter json, string name, Side side)
    {
        var a = side.Assessment;
        json.WriteStartObject(name);
        json.WriteString("name", side.Name);
        json.WriteString("commit", side.Commit);
        json.WriteString("release", a.Release);
        json.WriteString("asOf", a.AsOf.Text());
        json.WriteStartObject("legalSet");
        json.WriteString("version", a.LegalSet.Version);
        json.WriteString("sha256", a.LegalSet.Digest.ToString());
        json.WriteBoolean("official", a.LegalSet.Official);
        json.WriteEndObject();
        json.WriteString("inputs", a.Inputs.ToString());
        json.WriteString("trust", a.Trust.Word());
        json.WriteStartObject("counts");
        foreach (var (verdict, count) in a.Counts) json.WriteNumber(verdict.Word(), count);
        json.WriteEndObject();
        json.Texts("notices", a.Notices);
        json.WriteEndObject();
    }

    private static void Changed(Utf8JsonWriter json, InputChange change)
    {
        json.WriteStartObject();
        json.WriteString("kind", change.Kind);
        json.WriteString("id", change.Id);
        json.WriteString("about", change.About);
        json.WriteString("change", change.Change.Word().Replace(' ', '-'));
        json.WriteString("process", change.Process);
        json.WriteString("before", change.Before?.ToString());
        json.WriteString("after", change.After?.ToString());
        json.WriteStartArray("fields");
        foreach (var field in change.Fields)
        {
            json.WriteStartObject();
            json.WriteString("field", field.Name);
            json.WriteString("before", field.Before);
            json.WriteString("after", field.After);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Moved(Utf8JsonWriter json, MovedVerdict moved, Comparison c)
    {
        json.WriteStartObject();
        json.WriteString("kind", moved.Kind);
        json.WriteString("catalog", moved.Catalog);
        json.WriteString("id", moved.Id);
        json.WriteString("title", moved.Title);
        json.WriteString("tag", moved.Tag.Word());
        json.WriteString("from", moved.From?.Word());
        json.WriteString("to", moved.To?.Word());
        json.WriteString("direction", moved.Direction.Word());
        json.WriteStartArray("turns");
        foreach (var turn in moved.Turns)
        {
            json.WriteStartObject();
            json.WriteString("what", turn.What);
            json.Texts("parts", turn.Parts);
            json.WriteString("kind", turn.Kind);
            json.WriteString("from", turn.From?.Word());
            json.WriteString("to", turn.To?.Word());
            json.Grounds("before", turn.Before);
            json.Grounds("after", turn.After);
            json.WriteStartArray("reasons");
            foreach (var reason in turn.Reasons)
            {
                json.WriteStartObject();
                json.WriteString("reason", reason.Kind.Word());
                if (reason.Input >= 0) json.WriteNumber("change", reason.Input);
                if (reason.Id is not null) json.WriteString("follows", reason.Id);
                json.WriteString("text", ComparisonText.Of(reason, c));
                json.WriteEndObject();
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
