using Marque.Text;

namespace Marque.Tests.Text;

public class DigestTests
{
    [Fact]
    public void The_digest_of_abc_is_the_published_vector() =>
        Assert.Equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Digest.Of("abc"u8).ToString());

    [Theory]
    [InlineData("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", true)]
    [InlineData("sha256:BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD", true)]
    [InlineData("ba7816", false)]
    [InlineData("zz7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", false)]
    public void Only_64_hexadecimal_digits_are_a_digest(string text, bool is64) => Assert.Equal(is64, Digest.TryParse(text, out _));
}
