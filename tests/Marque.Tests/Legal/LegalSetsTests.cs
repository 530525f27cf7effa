using Marque.Legal;

namespace Marque.Tests.Legal;

public class LegalSetsTests
{
    [Fact]
    public void The_repositorys_legal_set_reads_without_a_problem()
    {
        var read = LegalSets.Read(LegalFolder.Files);
        Assert.Empty(read.Problems);
        Assert.NotNull(read.Value);
    }
}
