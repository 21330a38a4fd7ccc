using System.Security.Cryptography;
using System.Text;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.Answers;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Record;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Tests.Documents;
using Diversion.Casework.Transfers;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Diversion.Domain.Referral;
using Diversion.Domain.Transfers;
using Diversion.Storage.Compliance;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Transfers;

/// <summary>A case goes from one store to another: what comes in is what went out, and nothing else gets in.</summary>
public sealed class TransferImportTests : IDisposable
{
    private static readonly WrappingKey OurKey = new(new byte[32]);
    private static readonly WrappingKey TheirKey = new([.. Enumerable.Repeat((byte)7, 32)]);

    private readonly CaseworkUnderTest sender = new();
    private readonly CaseworkUnderTest receiver = new();
    private readonly InMemoryDocumentStore sent = new();
    private readonly InMemoryDocumentStore kept = new();

    private DocumentVault Ours => new(sent, OurKey);

    private DocumentVault Theirs => new(kept, TheirKey);

    public void Dispose()
    {
        sender.Dispose();
        receiver.Dispose();
    }

    [Fact]
    public async Task What_comes_in_is_what_went_out_and_runs_on()
    {
        var (zip, code) = await HandedOver();
        var done = Assert.IsType<Outcome.Accepted>(await Import(zip, code)).State;

        Assert.Equal((AgreementStatus.Active, "Checkpoint test", "w9"), (done.Status, done.Origin!.Programme, done.KeyWorker!.Id));
        var there = await sender.Records.EventRows(Id, 1, done.Origin.Events, default);
        var here = await receiver.Records.EventRows(Id, 1, done.Origin.Events, default);
        Assert.Equal(
            there.Select(row => (row.Row, row.Text("name"), row.Text("data"), row.Text("meta"), row.Text("dataHash"), row.Text("hash"))),
            here.Select(row => (row.Row, row.Text("name"), row.Text("data"), row.Text("meta"), row.Text("dataHash"), row.Text("hash"))));
        var report = await Verification.Run(receiver.Store, papers: Theirs);
        Assert.Equal((null, 1L, (long)done.Version), (report.Fault, report.Papers, report.Events));
        Assert.Null((await Verification.Run(sender.Store, papers: Ours)).Fault);

        // What is owed falls due there, and nothing here.
        receiver.Now = sender.Now;
        var before = (await sender.Service.Find(Id))!.Version;
        await receiver.Pass(Duration.FromDays(4));
        Assert.True((await receiver.Service.Find(Id))!.Version > done.Version);
        await sender.Pass(Duration.FromDays(4));
        Assert.Equal(before, (await sender.Service.Find(Id))!.Version);
        Assert.Null((await Verification.Run(receiver.Store, papers: Theirs)).Fault);
    }

    [Fact]
    public async Task Twice_is_refused_and_so_is_the_programme_that_it_came_from()
    {
        var (zip, code) = await HandedOver();
        await Import(zip, code);
        Assert.Contains("was imported on", Refused(await Import(zip, code), TransferRefusals.CaseIsHere), StringComparison.Ordinal);
        Assert.Contains("take it back", Refused(await Import(zip, code, sender), TransferRefusals.CaseIsHere), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_was_cut_off_is_imported_again()
    {
        var (zip, code) = await HandedOver();
        var rows = (await sender.Records.EventRows(Id, 1, 1000, default)).Skip(15).Take(5).ToArray();
        await receiver.Store.Commit(
            new Diversion.Casework.Storage.TableTransaction(
                Diversion.Casework.Storage.Tables.Agreements, Id.Value, [.. rows.Select(row => new Diversion.Casework.Storage.RowChange.Upsert(row.Row, row.Properties))]),
            []);
        Assert.IsType<Outcome.Accepted>(await Import(zip, code));
        Assert.Null((await Verification.Run(receiver.Store, papers: Theirs)).Fault);
    }

    [Fact]
    public async Task Only_a_lead_gets_the_bundle_each_time_is_logged_and_once_confirmed_nobody_does()
    {
        await HandedOver();
        var log = new AccessLog(sender.Store);
        Assert.Contains((await log.Of(Id)), entry => entry.ActorId == "l1" && entry.What.StartsWith("bundle for the transfer", StringComparison.Ordinal));
        Assert.IsType<Reply<TransferBundle>.Refused>(await Bundles().Of(Id.Value, new AccessRequest(Worker, sender.Now)));
        await sender.Done(Lead, new TransferCommand.ConfirmTransfer("Nell North"));
        Assert.IsType<Reply<TransferBundle>.Refused>(await Bundles().Of(Id.Value, new AccessRequest(Lead, sender.Now)));
        Assert.Equal(CaseworkRefusal.RecordNotForRole, Assert.IsType<Outcome.Refused>(await Importing(receiver).Run(new MemoryStream(), new("x", "w9", "o9"), Worker, receiver.Now)).Refusal.Code);
    }

    [Fact]
    public async Task The_bundle_has_the_same_code_each_time_and_another_code_is_refused()
    {
        var (zip, code) = await HandedOver();
        var again = Assert.IsType<Reply<TransferBundle>.Given>(await Bundles().Of(Id.Value, new AccessRequest(Lead, sender.Now + Duration.FromDays(1)))).Value;
        Assert.Equal(code, again.Code);
        Refused(await Import(zip, "0000-0000-0000-0000"), TransferRefusals.CodeWrong);
        Refused(await Import(zip, null), TransferRefusals.CodeWrong);
        Assert.IsType<Outcome.Accepted>(await Import(zip, code.Replace("-", " ", StringComparison.Ordinal).ToLowerInvariant()));
    }

    [Fact]
    public async Task Whatever_byte_is_broken_it_is_refused_or_was_nobodys_content()
    {
        var (zip, code) = await HandedOver();
        var refused = 0;
        for (var place = 0; place < zip.Length; place += 7)
        {
            var broken = (byte[])zip.Clone();
            broken[place] ^= 0xFF;
            refused += await Import(broken, code) is Outcome.Refused { Refusal.Code: not TransferRefusals.CaseIsHere } ? 1 : 0;
            Assert.IsType<Outcome.Refused>(await Import(zip[..place], code));
        }

        // A time or an attribute of an entry may be another: what came in then is whole.
        Assert.True(refused > zip.Length / 7 / 2, $"{refused} of {zip.Length / 7}");
        Assert.Null((await Verification.Run(receiver.Store, papers: Theirs)).Fault);
    }

    [Theory]
    [InlineData("manifest.json", "\"version\":1", "\"version\":2", TransferRefusals.BundleNewer)]
    [InlineData("manifest.json", "\"schemeVersion\":", "\"schemeVersion\":9", TransferRefusals.SchemeMissing)]
    [InlineData("manifest.json", "diversion-transfer", "something-else", TransferRefusals.NotABundle)]
    [InlineData("manifest.json", "\"events\":", "\"events\":9", TransferRefusals.BundleDamaged)]
    [InlineData("manifest.json", "\"size\":", "\"size\":99999999999", TransferRefusals.BundleDamaged)]
    [InlineData("events.jsonl", "Pat Participant", "Pat <script>alert(1)</script>", TransferRefusals.BundleDamaged)]
    public async Task What_was_changed_is_refused_in_words(string file, string from, string to, string code)
    {
        var (zip, _) = await HandedOver();
        var (changed, itsCode) = ChangedBundle.Of(zip, file, text => text.Replace(from, to, StringComparison.Ordinal), listed: false);
        Refused(await Import(changed, itsCode), code);
        Assert.Null(await receiver.Service.Find(Id));
    }

    /// <summary>Somebody makes a bundle of their own, with a list and a chain that fit.</summary>
    [Theory]
    [InlineData("\"name\":\"offer.signed\"", "\"name\":\"offer.signed-in-blood\"", TransferRefusals.BundleNewer)]
    [InlineData("Pat Participant", "Pat \\u202E Participant", TransferRefusals.BundleDamaged)]
    [InlineData("\"score\":41.5", "\"score\":1e300", TransferRefusals.BundleDamaged)]
    [InlineData("\"bornOn\":\"1995-05-17\"", "\"bornOn\":\"9998-05-17\"", TransferRefusals.BundleDamaged)]
    public async Task A_forged_chain_holds_nothing_that_is_never_kept(string from, string to, string code)
    {
        var (zip, _) = await HandedOver();
        var (forged, itsCode) = ChangedBundle.Of(zip, "events.jsonl", text => ChangedBundle.Rechained(text.Replace(from, to, StringComparison.Ordinal)), listed: true);
        Refused(await Import(forged, itsCode), code);
        Assert.Null(await receiver.Service.Find(Id));
    }

    [Fact]
    public async Task A_file_with_another_name_or_more_than_the_list_says_is_refused()
    {
        var (zip, code) = await HandedOver();
        Refused(await Import(ChangedBundle.With(zip, "../../outside.txt", "x"u8.ToArray()), code), TransferRefusals.BundleDamaged);
        Refused(await Import(ChangedBundle.With(zip, "events.jsonl", "x"u8.ToArray()), code), TransferRefusals.BundleDamaged);

        // A small file that becomes a large one.
        var (bomb, itsCode) = ChangedBundle.Of(zip, "events.jsonl", _ => new string(' ', 50_000_000), listed: false);
        Refused(await Import(bomb, itsCode), TransferRefusals.BundleDamaged);
        Refused(await Import(Files.Zip("a", "b"), code), TransferRefusals.NotABundle);
        Refused(await Import(Files.Pdf, code), TransferRefusals.NotABundle);
    }

    [Fact]
    public async Task A_paper_that_is_not_what_its_event_says_is_refused()
    {
        var (zip, _) = await HandedOver();
        var (changed, itsCode) = ChangedBundle.Of(zip, "papers/p-1", _ => "Another letter.", listed: true);
        Refused(await Import(changed, itsCode), TransferRefusals.BundleDamaged);
        Assert.Empty(kept.Bytes);
    }

    [Fact]
    public async Task A_running_agreement_of_the_same_person_is_settled_first()
    {
        var (zip, code) = await HandedOver(Referral().Person with { PncId = "2020/0000009N" });
        await receiver.Signed(AgreementIds.FromCustodyReference("CUS/OTHER"), (await sender.Service.Find(Id))!.Referral.Person);
        Assert.Contains("has an agreement that runs here", Refused(await Import(zip, code), RefusalCode.SecondAgreement), StringComparison.Ordinal);
    }

    private async Task<(byte[] Zip, string Code)> HandedOver(Person? person = null)
    {
        var plain = "A letter."u8.ToArray();
        await sender.Signed(person: person);
        await sender.Done(Worker, new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Text, plain.Length, Convert.ToHexStringLower(SHA256.HashData(plain))));
        await Ours.Put(new DocumentKey(Id.Value, "p-1"), new MemoryStream(plain));
        await sender.Done(Lead, new TransferCommand.TransferOut("Northumbria Police", "Nell North"));
        var request = new AccessRequest(Lead, sender.Now);
        var bundle = Assert.IsType<Reply<TransferBundle>.Given>(await Bundles().Of(Id.Value, request)).Value;
        var zip = new MemoryStream();
        await Bundles().Write(bundle, request, zip);
        return (zip.ToArray(), bundle.Code);
    }

    private TransferBundles Bundles() => new(sender.Records, new AccessLog(sender.Store), Ours);

    private TransferImport Importing(CaseworkUnderTest casework) => new(casework.Service, new DuplicateSearch(casework.Store), casework == sender ? Ours : Theirs, new DocumentScan(new NoScanner(), NullLogger<DocumentScan>.Instance));

    private async Task<Outcome> Import(byte[] zip, string? code, CaseworkUnderTest? into = null) =>
        await Importing(into ?? receiver).Run(new MemoryStream(zip), new TakingOver(code, "w9", "o9", null, "Home First"), Lead, receiver.Now);

    private static string Refused(Outcome outcome, string code)
    {
        var refusal = Assert.IsType<Outcome.Refused>(outcome).Refusal;
        Assert.Equal(code, refusal.Code);
        return refusal.Message;
    }
}
