using Diversion.Casework.Agreements;
using Diversion.Casework.Documents.Sealing;
using Diversion.Casework.Storage;
using Diversion.Casework.Streams;
using Diversion.Casework.Tests.Commands;
using Diversion.Casework.Timekeeping;
using Diversion.Casework.Trials;
using Diversion.Domain.Agreements;
using Diversion.Domain.Eligibility;
using Diversion.Domain.Referral;
using Diversion.Domain.Trials;
using Diversion.Domain.Victim;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using static Diversion.Casework.Tests.Commands.CaseworkUnderTest;

namespace Diversion.Casework.Tests.Trials;

/// <summary>Cases and a trial on one store, as a host puts them together.</summary>
internal sealed class TrialUnderTest : IDisposable
{
    public static readonly TrialId Id = new("checkpoint-2026");

    private readonly StreamCache cache;
    private readonly CaseworkUnderTest casework;

    public TrialUnderTest(ITableStore? store = null, int cached = 5_000, IDataKeys? keys = null)
    {
        cache = new StreamCache(cached);
        casework = new CaseworkUnderTest(store);
        Store = casework.Store;
        Trials = new TrialService(
            Store, cache, casework.Rulebook, casework, new TrialKeys(keys ?? WrappingKey.From([7]), RandomSeeds.Instance), new OpenTrials(Store, casework.Rulebook), () => Cases!);
        Cases = new CaseworkService(Store, cache, casework.Rulebook, casework, trials: Trials);
        Sweep = new DueSweep(Store, new StreamServices(Cases, Trials), NullLogger<DueSweep>.Instance);
    }

    public static TrialProtocol Protocol { get; } = new(
        "Does Checkpoint work?",
        "A proven reoffence within 12 months.",
        [12, 24],
        [new ProtocolArm("programme", "The programme"), new ProtocolArm("control", "Usual processing", IsControl: true)],
        [
            new ProtocolFactor(StratumFact.RiskBand, ["low", "medium"]),
            new ProtocolFactor(StratumFact.OffenceGroup, ["theft", "criminal-damage"]),
            new ProtocolFactor(StratumFact.Sex, ["female", "male"]),
        ],
        [4, 6, 8],
        800,
        new LocalDate(2026, 3, 1),
        new LocalDate(2027, 3, 1),
        "Not stopped early.",
        "By the arm allocated.",
        TreatmentRule.Signed,
        MasksInterim: true,
        AsksResearchConsent: false);

    public ITableStore Store { get; }

    public CaseworkService Cases { get; }

    public TrialService Trials { get; }

    public DueSweep Sweep { get; }

    public Instant Now
    {
        get => casework.Now;
        set => casework.Now = value;
    }

    public OpenTrial? Known => casework.Rulebook.Trial;

    public async Task<Outcome<TrialState>> Do(TrialCommand command, Actor? by = null, TrialId? id = null) =>
        await Trials.Execute(id ?? Id, command with { By = by ?? Lead, At = Now, Reason = command.Reason ?? "because" });

    public async Task<TrialState> Done(TrialCommand command, TrialId? id = null) =>
        Assert.IsType<Outcome<TrialState>.Accepted>(await Do(command, null, id)).State;

    public async Task Open(TrialProtocol? protocol = null)
    {
        await Done(new TrialCommand.DraftTrial(protocol ?? Protocol));
        await Done(new TrialCommand.OpenTrial());
    }

    /// <summary>A case that may be allocated.</summary>
    public async Task<AgreementId> Eligible(string reference, Person? person = null)
    {
        var id = new AgreementId(reference);
        var refer = Referral(id, $"Pat {reference}");
        await Case(id, Officer, refer with { Person = person ?? refer.Person, CustodyReference = null, DuplicateReason = "Seen." });
        await Case(id, Officer, new ReferralCommand.RecordCheck(CheckKind.Safeguarding, false));
        await Case(id, Officer, new ReferralCommand.RecordCheck(CheckKind.DomesticAbuse, false));
        await Case(id, Officer, new ReferralCommand.RecordFacts(new EligibilityFacts([], false, AdmissionAnswer.Full, true, 0)));
        await Case(id, Officer, new ReferralCommand.RecordRisk("tool", 41.5m, RiskBand.Medium, RiskBand.Medium));
        await Case(id, Officer, new VictimCommand.RecordVictim(false));
        await Case(id, Sergeant, new ReferralCommand.ApproveEligibility { DuplicateReason = "Seen." });
        return id;
    }

    public async Task<Outcome> Press(AgreementId id, bool? consent = null, Actor? by = null, ExecuteOptions? options = null) =>
        await Cases.Execute(id, new ReferralCommand.AllocateArm(consent) { By = by ?? Officer, At = Now }, options);

    public async Task<AgreementState> Case(AgreementId id, Actor by, AgreementCommand command) =>
        await Cases.Execute(id, command with { By = by, At = Now, Reason = command.Reason ?? "because" }) switch
        {
            Outcome.Accepted accepted => accepted.State,
            Outcome.Unchanged unchanged => unchanged.State,
            Outcome.Refused refused => throw new InvalidOperationException($"{refused.Refusal.Code}: {refused.Refusal.Message}"),
            var other => throw new InvalidOperationException(other.ToString()),
        };

    public async Task<TrialState> State() => (await Trials.Find(Id))!;

    public Task<List<TableRow>> Rows(string table) => casework.Rows(table);

    public void Dispose()
    {
        casework.Dispose();
        cache.Dispose();
    }
}
