using Diversion.Domain.Agreements;

namespace Diversion.Domain.Documents;

internal static class DocumentEvolution
{
    public static AgreementState Evolve(AgreementState state, DocumentEvent happened) => happened switch
    {
        DocumentEvent.DocumentKept e => Keep(state, e),
        DocumentEvent.DocumentRemoved e => state with
        {
            Documents = [.. state.Documents.Select(document => document.Id == e.DocumentId ? document with { Title = null, Removed = true } : document)],
        },
        _ => throw new InvalidOperationException($"No evolution for {happened.GetType().Name}."),
    };

    private static AgreementState Keep(AgreementState state, DocumentEvent.DocumentKept e)
    {
        state = state with
        {
            Documents = state.Documents.Add(new Document(e.DocumentId, e.Kind, e.Title, e.Format, e.Size, e.Sha256, e.From, e.At, e.ConditionId, e.Item)),
        };
        return e.TellLead ? Alerts.Raise(state, AlertKind.LateNews, e.DocumentId, e.At) : state;
    }
}
