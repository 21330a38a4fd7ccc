using System.Collections.Immutable;
using Diversion.Casework.Analysis;
using Diversion.Evaluation.Rows;
using Diversion.Evaluation.Trial;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using Diversion.Simulation.Planning;
using Diversion.Simulation.Running;
using NodaTime;

namespace Diversion.Simulation.Power;

/// <summary>
/// The people of one simulated trial, as evaluation sees them: allocated by the real sequence, followed up by the stated
/// model. Nobody of them has a case.
/// </summary>
internal sealed class TrialPeople(TrialOrder order)
{
    /// <summary>Figure of the behaviour file: who keeps an agreement.</summary>
    public const string Completion = "programme.complianceYardstick";

    private const string Programme = "programme";
    private const string Control = "control";
    private const string Code = "simulated";
    private const int DaysOfRecruitment = 300;

    private static readonly LocalDate First = new(2024, 1, 8);

    /// <summary>As in the simulated programme, without those of whom it is not known.</summary>
    private static readonly string[] Sexes = ["female", "male", "other"];

    private static readonly double[] OfSexes = [0.22, 0.77, 0.01];
    private static readonly double[] OfKinds = [.. OffenceKinds.All.Select(kind => kind.Weight)];

    private static readonly AllocationPlan Plan = new(
        Code,
        [new TrialArm(Programme, "The programme"), new TrialArm(Control, "Usual processing", IsControl: true)],
        [
            new StratumFactor("offence-group", [.. OffenceKinds.All.Select(kind => kind.Group).Distinct()]),
            new StratumFactor("sex", [.. Sexes]),
        ],
        AllocationPlan.DefaultBlockSizes);

    private readonly ReoffendingModel model = new(order.Figures);
    private readonly ImmutableArray<Quantity> used = Used(order.Behaviour);
    private readonly double completes = order.Behaviour[Completion];
    private readonly LocalDate searched = First.PlusDays(DaysOfRecruitment).PlusMonths(order.Rule.Months + order.Rule.WaitingMonths);

    /// <summary>What an agreement uses on average.</summary>
    public static ImmutableArray<Quantity> Used(Behaviour behaviour) =>
        [new(PeopleScan.WorkerHour, (decimal)behaviour["agreement.workerHours"]), new(PeopleScan.Session, (decimal)behaviour["agreement.sessions"])];

    /// <summary>What an agreement that is kept avoids.</summary>
    public static ImmutableArray<Quantity> Avoided { get; } = [new(PeopleScan.ChargeAvoided, 1), new(PeopleScan.CourtCaseAvoided, 1)];

    /// <param name="trial">From 0. The same trial has the same people, whatever else is simulated beside it.</param>
    public PersonRow[] Of(int trial)
    {
        var seed = new AllocationSeed(RepeatableSeeds.At(order.Seed, (ulong)trial + 1));
        var own = new Chance(order.Seed, trial).Next();
        var sequences = new Dictionary<string, (AllocationSequence Sequence, int Used)>(StringComparer.Ordinal);
        var people = new PersonRow[order.People];
        for (var number = 0; number < people.Length; number++)
        {
            var chance = new Chance(own, number);
            var group = OffenceKinds.All[chance.Weighted(OfKinds)].Group;
            var sex = Sexes[chance.Weighted(OfSexes)];
            var stratum = $"{group}{Stratum.Separator}{sex}";
            var (sequence, taken) = sequences.TryGetValue(stratum, out var known) ? known : (new AllocationSequence(Plan, seed, stratum), 0);
            sequences[stratum] = (sequence, taken + 1);
            people[number] = Person(number, new PersonGroups(sex, null, null, group), stratum, sequence.ArmAt(taken + 1), chance);
        }

        return people;
    }

    private PersonRow Person(int number, PersonGroups groups, string stratum, string arm, Chance chance)
    {
        var allocated = First.PlusDays(number * DaysOfRecruitment / order.People);
        var (signs, keeps) = (chance.Happens(order.Signing), chance.Happens(completes));
        var treated = arm == Programme && signs;
        return new($"P{number:D5}")
        {
            Groups = groups,
            Trial = new(arm, allocated, stratum, new(treated ? Programme : Control, allocated), arm == Programme && !signs ? "not signed" : null) { Trial = Code },
            Course = new() { ReferredOn = allocated, SignedOn = treated ? allocated : null, End = !treated ? null : keeps ? CourseEnd.Completed : CourseEnd.Breached },
            Used = treated ? used : [],
            Avoided = treated && keeps ? Avoided : [],
            FollowUp = new FollowUp(searched)
            {
                Reoffences =
                [
                    .. model.Offences(chance, treated).Select(one => new Reoffence(
                        allocated.PlusDays(one.Day), allocated.PlusDays(one.Day + one.DaysToProof), Of(one.Outcome), null, one.Group)),
                ],
            },
        };
    }

    private static ReoffenceOutcome Of(Domain.FollowUp.ReoffenceOutcome outcome) => outcome switch
    {
        Domain.FollowUp.ReoffenceOutcome.Conviction => ReoffenceOutcome.Conviction,
        Domain.FollowUp.ReoffenceOutcome.Caution => ReoffenceOutcome.Caution,
        _ => ReoffenceOutcome.CommunityResolution,
    };
}
