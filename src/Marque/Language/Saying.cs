namespace Marque.Language;

/// <summary>Something the program says, before it is in a language: the id of a sentence and the values in it.</summary>
/// <param name="Id">The id of the sentence.</param>
/// <param name="Values">The values by name: ids, names, days, words of the manufacturer, or words of the program in English (<see cref="Spoken"/>).</param>
public sealed record Saying(string Id, params IReadOnlyList<(string Name, string Value)> Values)
{
    /// <summary>In English, as data and terminals have it.</summary>
    public string Text => In(Texts.English);

    /// <summary>In a language.</summary>
    /// <param name="texts">The language.</param>
    public string In(Texts texts) => texts.Template(Id).With((this, texts), static (of, name) => of.Item1.Values.FirstOrDefault(v => v.Name == name) is { Name: not null } found ? Spoken.Value(name, found.Value, of.texts) : throw new KeyNotFoundException($"'{of.Item1.Id}' asks for '{name}'."));

    /// <inheritdoc/>
    public bool Equals(Saying? other) => ReferenceEquals(this, other) || (other is not null && Id == other.Id && Values.SequenceEqual(other.Values));

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Values.Count > 0 ? Values[0] : default);
}
