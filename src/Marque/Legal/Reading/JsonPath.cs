using System.Text;
using System.Text.Json;
using Marque.Text;

namespace Marque.Legal.Reading;

/// <summary>A step of the way from the root of a JSON document to a value: a field by name, or an element by index.</summary>
internal sealed record JsonPath(JsonPath? Up, string? Name, int Index)
{
    /// <summary>Where the value starts; found by reading again, so that positions cost nothing until something is wrong.</summary>
    public static Place Place(string file, ReadOnlySpan<byte> json, JsonPath? path)
    {
        var steps = new Stack<JsonPath>();
        for (var step = path; step is not null; step = step.Up) steps.Push(step);
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = JsonFile.MaxDepth });
        reader.Read();
        while (steps.TryPop(out var step))
        {
            var start = reader.TokenStartIndex;
            if (!Enter(ref reader, step)) return At(file, json, start);
        }

        return At(file, json, reader.TokenStartIndex);
    }

    /// <summary>The position of a byte offset: lines and UTF-16 columns from 1.</summary>
    public static Place At(string file, ReadOnlySpan<byte> json, long offset)
    {
        var before = json[..(int)Math.Clamp(offset, 0, json.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new Place(file, line, column);
    }

    // Moves from the start of a container to the value that the step names.
    private static bool Enter(ref Utf8JsonReader reader, JsonPath step)
    {
        for (var i = 0; reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray); i++)
        {
            if (step.Name is null)
            {
                if (i == step.Index) return true;
            }
            else
            {
                var found = reader.ValueTextEquals(step.Name);
                reader.Read();
                if (found) return true;
            }

            reader.Skip();
        }

        return false;
    }
}
