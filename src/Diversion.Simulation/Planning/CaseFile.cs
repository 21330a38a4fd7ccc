using Diversion.Domain.Agreements;
using Diversion.Simulation.Behaviours;
using Diversion.Simulation.People;
using NodaTime;

namespace Diversion.Simulation.Planning;

/// <summary>One simulated case: its people, its own random numbers, and what has been planned so far.</summary>
internal sealed class CaseFile(int index, AgreementId id, Participant participant, CaseTeam team, Chance chance)
{
    private readonly HashSet<(string What, Instant When)> planned = [];
    private readonly List<Act> fresh = [];

    public int Index => index;

    public AgreementId Id => id;

    public Participant Participant => participant;

    public CaseTeam Team => team;

    public Chance Chance => chance;

    /// <summary>For complaints and objections: few have them, and the lives of all others stay as they were.</summary>
    public Chance Aside { get; } = chance.Apart();

    /// <summary>Likewise for the exit plan and the calls after the end.</summary>
    public Chance Exit { get; } = chance.Apart().Apart().Apart().Apart();

    private readonly Chance later = chance.Apart().Apart();

    /// <summary>For what the person does after the agreement: the same numbers each time, so that a later search finds what an earlier one found.</summary>
    public Chance Afterwards() => later.Apart();

    public bool Holds(AgreementState? state, Instant now) =>
        participant.Traits.HoldFrom <= now || (state is not null && participant.Traits.HoldAt == state.Status);

    /// <summary>
    /// True the first time for this matter; then it has to be planned. The instant distinguishes an obligation from an
    /// earlier one of the same name.
    /// </summary>
    public bool IsNew(string what, Instant when = default) => planned.Add((what, when));

    public void Plan(
        Instant at,
        Func<AgreementState, Instant, AgreementCommand?> make,
        Func<AgreementState, Instant, AgreementCommand?>? otherwise = null) =>
        fresh.Add(new Act(
            at,
            (state, now) => make(state!, now),
            otherwise is null ? null : (state, now) => otherwise(state!, now)));

    /// <summary>Passes what was planned since the last call to the agenda.</summary>
    public void MoveTo(Agenda agenda)
    {
        foreach (var act in fresh)
        {
            agenda.Add(this, act);
        }

        fresh.Clear();
    }

    public void Begin(Agenda agenda, Instant at, Func<Instant, AgreementCommand> refer) =>
        agenda.Add(this, new Act(at, (state, now) => state is null ? refer(now) : null));
}
