using Marque.Cases;

namespace Marque.Tests.Cases;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("Grün und Weiß", "Gruen-und-Weiss")]
    [InlineData("Stückliste.json", "Stueckliste.json")]
    [InlineData("École élevée", "Ecole-elevee")]
    [InlineData("Łódź ČESKÝ őrség Þór", "Lodz-CESKY-orseg-Thor")]
    [InlineData("Ελλάδα", "")]
    [InlineData("..\u202eevil/../x", "evil-..-x")]
    public void Marked_letters_of_the_Unions_languages_become_plain_ones_and_others_a_hyphen(string text, string expected) => Assert.Equal(expected, FileNames.Slug(text));
}
