using System.Security.Cryptography;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Tests.Commands;
using Diversion.Domain.Documents;
using Diversion.Storage.Compliance;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Documents;

public sealed class VerifyPapersTests : IDisposable
{
    private readonly CaseworkUnderTest casework = new();
    private readonly InMemoryDocumentStore store = new();

    public void Dispose() => casework.Dispose();

    [Fact]
    public async Task A_missing_or_changed_paper_is_reported_and_a_removed_one_is_not_missed()
    {
        var plain = "A letter."u8.ToArray();
        var state = await casework.Signed();
        var vault = new DocumentVault(store, new WrappingKey(new byte[32]));
        var key = new DocumentKey(state.Id.Value, "p-1");
        await casework.Done(Worker, new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Text, plain.Length, Convert.ToHexStringLower(SHA256.HashData(plain))));

        Assert.Contains("p-1 of", await Fault(), StringComparison.Ordinal);
        Assert.Contains("is missing", await Fault(), StringComparison.Ordinal);

        await vault.Put(key, new MemoryStream(plain));
        var report = await Verification.Run(casework.Store, papers: vault);
        Assert.Equal((null, 1L), (report.Fault, report.Papers));

        var changed = (byte[])store.Bytes[key].Clone();
        changed[^1] ^= 1;
        store.Put(key, changed, default);
        Assert.Contains("was changed", await Fault(), StringComparison.Ordinal);

        await casework.Done(Lead, new DocumentCommand.RemoveDocument("p-1") { Reason = "Not his." });
        Assert.Null(await Fault());

        async Task<string?> Fault() => (await Verification.Run(casework.Store, papers: vault)).Fault;
    }
}
