using System.Globalization;

namespace Marque.Text;

/// <summary>One step from a YAML node to one it holds: a key, or the index of an item.</summary>
public readonly record struct YamlStep
{
    private YamlStep(string? key, int index) => (Key, Index) = (key, index);

    /// <summary>The key; null: an item of a list.</summary>
    public string? Key { get; }

    /// <summary>The index of the item, from 0.</summary>
    public int Index { get; }

    /// <summary>A step to the value of a key.</summary>
    public static YamlStep To(string key) => new(key, 0);

    /// <summary>A step to an item of a list.</summary>
    public static YamlStep To(int index) => new(null, index);

    /// <summary>A step to the value of a key.</summary>
    public static implicit operator YamlStep(string key) => To(key);

    /// <summary>A step to an item of a list.</summary>
    public static implicit operator YamlStep(int index) => To(index);

    /// <summary>As in <c>facts[0].path</c>.</summary>
    public override string ToString() => Key ?? string.Create(CultureInfo.InvariantCulture, $"[{Index}]");
}
