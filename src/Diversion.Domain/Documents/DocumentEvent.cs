using Diversion.Domain.Agreements;

namespace Diversion.Domain.Documents;

public abstract record DocumentEvent : AgreementEvent
{
    private DocumentEvent()
    {
    }

    /// <param name="Sha256">Of its bytes: with the hash chain it proves that the paper is the one that was added.</param>
    /// <param name="TellLead">It is evidence that came after the end: a lead looks at it.</param>
    public sealed record DocumentKept(
        string DocumentId,
        DocumentKind Kind,
        string? Title,
        DocumentFormat Format,
        int Size,
        string Sha256,
        DocumentSource From,
        Instant At,
        string? ConditionId = null,
        string? Item = null,
        bool TellLead = false) : DocumentEvent;

    /// <summary>Its bytes are deleted after this event; the hash stays.</summary>
    public sealed record DocumentRemoved(string DocumentId, DocumentKind Kind, string Sha256, Instant At) : DocumentEvent;
}
