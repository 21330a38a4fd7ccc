using System.IO.Compression;
using System.Security.Cryptography;
using Diversion.Casework.Access;
using Diversion.Casework.Agreements;
using Diversion.Casework.CustodyMatches;
using Diversion.Casework.Documents;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Feeds;
using Diversion.Casework.Keeping;
using Diversion.Casework.Maintenance;
using Diversion.Casework.Record;
using Diversion.Casework.Streams;
using Diversion.Casework.Timekeeping;
using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;
using Diversion.Domain.Conditions;
using Diversion.Domain.Conditions.Pathway;
using Diversion.Domain.Documents;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Keeping;
using Diversion.Domain.Offer;
using Diversion.Domain.Referral;
using Diversion.Domain.Schemes;
using Diversion.Domain.Term;
using Diversion.Domain.Victim;
using Diversion.Local.Programmes;
using Diversion.Local.Storage;
using NodaTime;

namespace Diversion.Local.Tests.Upgrades;

/// <summary>
/// A small data folder of each version, as that version wrote it: it opens in this one, nobody repairs it, and work goes on.
/// FOLDERS=write makes that of this version, to be committed when it is released; older ones are never changed.
/// </summary>
public sealed class ReleasedFolderTests : IDisposable
{
    private const string ThisVersion = "0.1.0";
    private const string Database = "diversion.db";

    private static readonly Instant Then = Instant.FromUtc(2026, 11, 2, 10, 0);
    private static readonly AgreementId Signed = AgreementIds.FromCustodyReference("KEPT/1");
    private static readonly AgreementId Erased = AgreementIds.FromCustodyReference("KEPT/2");
    private static readonly Actor Officer = new("o1", "Olu Officer", Role.PoliceOfficer, "north");
    private static readonly Actor Sergeant = new("s1", "Sam Sergeant", Role.Sergeant, "north");
    private static readonly Actor Worker = new("w1", "Wyn Worker", Role.KeyWorker, "east");
    private static readonly Actor Lead = new("lead", "Lee Lead", Role.ProgrammeLead);
    private static readonly byte[] Letter = "A letter that was kept."u8.ToArray();

    private readonly TemporaryFolder home = new();

    public static TheoryData<string> Versions =>
        [.. Directory.Exists(Released) ? Directory.GetDirectories(Released).Select(folder => Path.GetFileName(folder)!) : []];

    private static string Released => Path.Combine(Repository.Root, "tests", "Diversion.Local.Tests", "Upgrades", "Released");

    public void Dispose() => home.Dispose();

    [Theory]
    [MemberData(nameof(Versions))]
    public async Task A_folder_of_each_released_version_opens_and_work_goes_on(string version)
    {
        Unpack(Path.Combine(Released, version));

        await using var folder = await ProgrammeFolder.Open(home.Path, ShippedSchemes.Load(null), null);
        Assert.True(folder.ListsCount);

        using var cache = new StreamCache(10);
        var casework = new CaseworkService(folder.Store, cache, folder.Rulebook, new ChangeListeners());
        var vault = new DocumentVault(new FolderDocumentStore(home.Path), new WrappingKey(Keys.OfPapers(home.Path)));
        var state = (await casework.Find(Signed))!;
        Assert.Equal((AgreementStatus.Active, "Kit Kept", 1), (state.Status, state.Referral.Person.Name, state.Documents.Length));
        await using (var paper = (await vault.Open(new DocumentKey(Signed.Value, "p-1")))!)
        {
            using var read = new MemoryStream();
            await paper.CopyToAsync(read);
            Assert.Equal(Letter, read.ToArray());
        }

        Assert.True((await casework.Find(Erased))!.IsErased);
        var noted = await casework.Execute(Signed, new TermCommand.AddNote("Came early.") { By = Worker, At = Then + Duration.FromDays(1) });
        Assert.Equal(state.Version + 1, Assert.IsType<Outcome.Accepted>(noted).State.Version);
        var report = await Verification.Run(folder.Store, papers: vault);
        Assert.Equal((null, 1L), (report.Fault, report.Papers));

        // Snapshots of an earlier format are written anew once; every row is what the events say.
        Assert.Equal(0, (await Rebuilding.Run(folder.Store)).Removed);
        Assert.Equal((0, 0), await Rebuilding.Run(folder.Store) is var rebuilt ? (rebuilt.Written, rebuilt.Removed) : default);
    }

    [Fact]
    public async Task This_version_has_its_folder()
    {
        var kept = Path.Combine(Released, ThisVersion);
        if (Environment.GetEnvironmentVariable("FOLDERS") == "write")
        {
            await Fill();
            Pack(kept);
        }

        Assert.True(File.Exists(Path.Combine(kept, Database + ".gz")), $"Make the data folder of {ThisVersion}: run this test once with FOLDERS=write, and commit what it writes.");
        Assert.InRange(Directory.GetFiles(kept, "*", SearchOption.AllDirectories).Sum(file => new FileInfo(file).Length), 1, 200_000);
    }

    private async Task Fill()
    {
        await using var folder = await ProgrammeFolder.Open(home.Path, ShippedSchemes.Load(null), null);
        using var cache = new StreamCache(10);
        var listeners = new ChangeListeners();
        var casework = new CaseworkService(folder.Store, cache, folder.Rulebook, listeners);
        var store = new FolderDocumentStore(home.Path);
        await Sign(casework, new DocumentVault(store, new WrappingKey(Keys.OfPapers(home.Path))));
        await Do(casework, Erased, Officer, Refer(Erased, "Nell Notkept", "KEPT/2"));
        await Do(casework, Erased, Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], true, AdmissionAnswer.Full, true, 0)));
        await Do(casework, Erased, Officer, new ReferralCommand.FindNotEligible());
        await Do(casework, Erased, Officer, new TermCommand.RecordCaseOutcome(CaseResult.Charged, "1", new LocalDate(2026, 11, 2)));
        await Do(casework, Erased, Lead, new KeepingCommand.EraseRecord(ErasureGround.PersonAsked));
        var erasing = new Erasing(
            folder.Store, casework, new CustodyMatchService(folder.Store, cache, casework, listeners), store, new FileDestructionLog(home.Path), folder.Store,
            new AccessLog(folder.Store), new FeedLog(folder.Store), FolderCopies.Of(home.Path));
        Assert.Equal(1, await erasing.Finish(Then));
    }

    private static async Task Sign(CaseworkService casework, DocumentVault vault)
    {
        await Do(casework, Signed, Officer, Refer(Signed, "Kit Kept", "KEPT/1"));
        await Do(casework, Signed, Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false));
        await Do(casework, Signed, Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false));
        await Do(casework, Signed, Officer, new ReferralCommand.RecordFacts(new EligibilityFacts(
            [], false, AdmissionAnswer.Full, true, 0, "outcome-22", EvidenceSource.Interview, "INT/1", "Inspector Ida", "Out of court is enough.", LegalAdvice.Taken)));
        await Do(casework, Signed, Officer, new ReferralCommand.RecordRisk("tool", 41.5m, RiskBand.Medium, RiskBand.Medium));
        await Do(casework, Signed, Officer, new VictimCommand.RecordVictim(false));
        await Do(casework, Signed, Sergeant, new ReferralCommand.ApproveEligibility());
        await Do(casework, Signed, Officer, new OfferCommand.MakeOffer(
            [new ConditionTerms.NoReoffending(), new ConditionTerms.Supervision(), new ConditionTerms.Reparation(18, "Green Works"), new ConditionTerms.Pathway(PathwayKind.Accommodation, "Home First")]));
        await Do(casework, Signed, Officer, new OfferCommand.SignAgreement(new LocalDate(2026, 11, 2), new StaffRef("w1", "Wyn Worker", "east")) { Explained = true });
        await Do(casework, Signed, Worker, new AppointmentCommand.ScheduleAppointment("supervision", "m-1", Then + Duration.FromDays(1), 45, "Room 4"));
        await vault.Put(new DocumentKey(Signed.Value, "p-1"), new MemoryStream(Letter));
        await Do(casework, Signed, Officer, new DocumentCommand.KeepDocument("p-1", DocumentKind.Letter, DocumentFormat.Text, Letter.Length, Convert.ToHexStringLower(SHA256.HashData(Letter)), "A letter"));
    }

    private static ReferralCommand.Refer Refer(AgreementId id, string name, string custody) => new(
        id,
        new Person(name, new LocalDate(1995, 5, 17), Sex.Female, District: "County Durham"),
        new Offence("Took goods from a shop", "theft", new LocalDate(2026, 10, 20), OffenceClass.EitherWay, District: "County Durham"),
        Officer.AsStaff(),
        custody);

    private static async Task Do(CaseworkService casework, AgreementId id, Actor by, AgreementCommand command)
    {
        var outcome = await casework.Execute(id, command with { By = by, At = Then, Reason = "As discussed." });
        Assert.True(outcome is Outcome.Accepted, $"{command.GetType().Name}: {(outcome as Outcome.Refused)?.Refusal.Message}");
    }

    /// <summary>Without the lock and the log of the database, which a closed folder does not need.</summary>
    private void Pack(string to)
    {
        if (Directory.Exists(to))
        {
            Directory.Delete(to, recursive: true);
        }

        foreach (var file in Directory.GetFiles(home.Path, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var target = Path.Combine(to, Path.GetRelativePath(home.Path, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            if (Path.GetFileName(file) == Database)
            {
                using var packed = new GZipStream(File.Create(target + ".gz"), CompressionLevel.SmallestSize);
                using var read = File.OpenRead(file);
                read.CopyTo(packed);
            }
            else
            {
                File.Copy(file, target);
            }
        }
    }

    private void Unpack(string kept)
    {
        foreach (var file in Directory.GetFiles(kept, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(kept, file);
            var target = home.File(name == Database + ".gz" ? Database : name);
            OwnerOnly.MakeFolder(Path.GetDirectoryName(target)!);
            using var to = OwnerOnly.Create(target, FileMode.Create);
            using var from = File.OpenRead(file);
            if (name == Database + ".gz")
            {
                using var packed = new GZipStream(from, CompressionMode.Decompress);
                packed.CopyTo(to);
            }
            else
            {
                from.CopyTo(to);
            }
        }
    }
}
