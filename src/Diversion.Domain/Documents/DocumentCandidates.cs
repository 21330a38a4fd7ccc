using Diversion.Domain.Agreements;

namespace Diversion.Domain.Documents;

internal static class DocumentCandidates
{
    private static readonly string Hash = new('0', 64);

    public static IEnumerable<AgreementCommand> Of(AgreementState state) =>
    [
        Keep(null),
        .. state.Conditions.Select(condition => Keep(condition.Id)),
        .. state.Documents.Where(document => !document.Removed).Select(document => new DocumentCommand.RemoveDocument(document.Id)),
    ];

    private static DocumentCommand.KeepDocument Keep(string? condition) =>
        new(CandidateCommands.NewId, DocumentKind.Letter, DocumentFormat.Pdf, 1, Hash, ConditionId: condition);
}
