using Diversion.Domain.Agreements;

namespace Diversion.Domain.OwnPage;

internal static class OwnPageEvolution
{
    public static AgreementState Evolve(AgreementState state, OwnPageEvent happened) => state with
    {
        OwnPage = happened switch
        {
            OwnPageEvent.OwnPageGiven e => new OwnPageAccess(e.Number, e.Way, e.Hash, e.FirstUseBy),
            OwnPageEvent.OwnPageOpened e => state.OwnPage! with { OpenedAt = e.At, WrongBirthDates = 0, Hash = e.NewHash ?? state.OwnPage.Hash },
            OwnPageEvent.OwnPageBirthDateWrong => state.OwnPage! with { WrongBirthDates = state.OwnPage.WrongBirthDates + 1 },
            OwnPageEvent.OwnPageStopped => state.OwnPage! with { Stopped = true },
            _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
        },
    };
}
