using System.Text.Json;
using Marque.Text.Reading;

namespace Marque.Advisories.Feeds;

/// <summary>Reading of records in JSON whose faults concern the record alone.</summary>
internal static class FeedJson
{
    /// <summary>In a list of records: steps into the next object; what is none is told; false at the list's end.</summary>
    public static bool Record(this ref JsonScan json, FeedScan feed)
    {
        while (json.Read() && json.Token != JsonTokenType.EndArray)
        {
            if (json.Token == JsonTokenType.StartObject) return true;
            feed.Refuse($"line {json.Line}", "it is no object");
            json.Leave();
        }

        return false;
    }

    /// <summary>Behind the root: nothing may follow.</summary>
    public static void End(this ref JsonScan json)
    {
        while (json.Read())
        {
        }
    }

    /// <summary>Behind a field's name: its text; null when it is null or wrong.</summary>
    /// <param name="json">The reader.</param>
    /// <param name="wrong">What is wrong with it, in words, or null.</param>
    public static string? TextOr(this ref JsonScan json, out string? wrong)
    {
        json.Read();
        wrong = null;
        if (json.Token == JsonTokenType.Null) return null;
        if (json.Token != JsonTokenType.String)
        {
            wrong = "is no text";
            json.Leave();
            return null;
        }

        if (json.TryCurrentText(out var text)) return text;
        wrong = "holds escapes that are no characters";
        return null;
    }

    /// <summary>Behind a field's name: its number; null when it is null or wrong.</summary>
    /// <param name="json">The reader.</param>
    /// <param name="wrong">What is wrong with it, in words, or null.</param>
    public static double? NumberOr(this ref JsonScan json, out string? wrong)
    {
        json.Read();
        wrong = null;
        if (json.Token == JsonTokenType.Null) return null;
        if (json.Token == JsonTokenType.Number && json.TryCurrentNumber(out var value)) return value;
        wrong = "is no number";
        json.Leave();
        return null;
    }

    /// <summary>Behind a field's name: the texts of its list; what is wrong, in words, or null.</summary>
    public static string? Texts(this ref JsonScan json, List<string> texts)
    {
        json.Read();
        if (json.Token == JsonTokenType.Null) return null;
        if (json.Token != JsonTokenType.StartArray)
        {
            json.Leave();
            return "a field that should be a list of texts is none";
        }

        string? wrong = null;
        while (json.Read() && json.Token != JsonTokenType.EndArray)
        {
            if (json.Token == JsonTokenType.String && json.TryCurrentText(out var text)) texts.Add(text);
            else
            {
                wrong = "a list of texts holds something else";
                json.Leave();
            }
        }

        return wrong;
    }
}
