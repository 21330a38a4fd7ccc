using Diversion.Domain.Agreements;

namespace Diversion.Domain.OwnPage;

internal static class OwnPageCandidates
{
    public static IEnumerable<AgreementCommand> Of(AgreementState state)
    {
        if (state.Term is null)
        {
            yield break;
        }

        yield return new OwnPageCommand.GiveOwnPage(OwnPageWay.Code, CandidateCommands.NewId);
        if (state.OwnPage is { } access)
        {
            yield return new OwnPageCommand.StopOwnPage();
            yield return new OwnPageCommand.OpenOwnPage(access.Hash, state.Referral.Person.BornOn, CandidateCommands.NewId);
        }
    }
}
