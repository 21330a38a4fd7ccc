namespace Diversion.Domain.Trials;

public static class TrialEvolution
{
    public static TrialState Evolve(TrialState? trial, TrialEvent happened)
    {
        var next = happened switch
        {
            TrialEvent.TrialDrafted e => trial is null ? new TrialState(0, new TrialId(e.Trial), e.Protocol) : trial with { Protocol = e.Protocol },
            TrialEvent.TrialOpened e => trial! with
            {
                Status = TrialStatus.Open, ProtocolVersion = 1, Seal = e.Seal, Keys = e.Keys, Opened = new TrialStep(e.By, e.At),
            },
            TrialEvent.ProtocolAmended e => trial! with
            {
                Protocol = e.Protocol,
                ProtocolVersion = e.ProtocolVersion,
                Amendments = trial.Amendments.Add(new TrialAmendment(e.ProtocolVersion, e.Changed, e.Reason, e.By, e.At)),
            },
            TrialEvent.PersonAllocated e => trial! with
            {
                Allocations = trial.Allocations.Add(new PersonAllocation(e.Number, e.Case, e.Stratum, e.Position, e.Arm, e.Person, e.At)),
                ToPassOn = trial.ToPassOn.Add(new ArmToPassOn(e.Case, e.At, e.ResearchConsent)),
            },
            TrialEvent.AllocationStood e => trial! with
            {
                Allocations = [.. trial.Allocations.Select(one => one.Number == e.Number ? one with { FurtherCases = one.FurtherCases.Add(e.Case) } : one)],
                ToPassOn = trial.ToPassOn.Add(new ArmToPassOn(e.Case, e.At, e.ResearchConsent)),
            },
            TrialEvent.CasesFollowed e => trial! with
            {
                ToPassOn = trial.ToPassOn.RemoveAll(waiting => e.Cases.Any(answer => answer.Case == waiting.Case)),
                NotTaken = trial.NotTaken.AddRange(e.Cases.Where(answer => answer.Refusal is not null).Select(answer => new ArmNotTaken(answer.Case, answer.Refusal!))),
            },
            TrialEvent.TrialClosed e => trial! with { Status = TrialStatus.Closed, Closed = new TrialStep(e.By, e.At, e.Reason) },
            TrialEvent.SeedOpened e => trial! with { Status = TrialStatus.Unsealed, Seed = e.Seed, SeedOpened = new TrialStep(e.By, e.At) },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        };
        return next with { Version = (trial?.Version ?? 0) + 1 };
    }
}
