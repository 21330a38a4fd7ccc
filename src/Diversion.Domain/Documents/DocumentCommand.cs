using Diversion.Domain.Agreements;
using Diversion.Domain.Reading;

namespace Diversion.Domain.Documents;

/// <summary>The papers of the case. They are kept and removed in any status, after the end too: evidence comes late.</summary>
public abstract record DocumentCommand : AgreementCommand
{
    private DocumentCommand()
    {
    }

    internal override bool AfterEnd => true;

    /// <summary>A paper is stored and is to be known to the case. Sent only by whoever has stored its bytes.</summary>
    /// <param name="DocumentId">Unique in the agreement.</param>
    /// <param name="Size">In bytes.</param>
    /// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
    /// <param name="ConditionId">The condition that it is about. A partner always names one.</param>
    /// <param name="Item">The meeting or session of that condition; without a condition, what the person answers with it, such
    /// as <c>breach-proposed-1</c> or <c>complaint-1</c>.</param>
    public sealed record KeepDocument(
        string DocumentId,
        DocumentKind Kind,
        DocumentFormat Format,
        int Size,
        string Sha256,
        string? Title = null,
        string? ConditionId = null,
        string? Item = null) : DocumentCommand
    {
        internal override CommandSubject Subject => new(ConditionId, Item);

        internal override AgreementCommand Kept(StaffDirectory staff) => this with { Title = string.IsNullOrWhiteSpace(Title) ? null : PlainText.WithoutInvisible(Title).Trim() };

        internal override void Inspect(TextInspection texts)
        {
            texts.Id("documentId", DocumentId);
            texts.Line("title", Title);
            if (ConditionId is not null)
            {
                texts.Id("conditionId", ConditionId);
            }

            if (Item is not null)
            {
                texts.Id("item", Item);
            }
        }
    }

    /// <summary>A paper does not belong here: its bytes are deleted, and only that there was one stays.</summary>
    public sealed record RemoveDocument(string DocumentId) : DocumentCommand
    {
        internal override CommandSubject Subject => new(Item: DocumentId);

        internal override bool NeedsReason => true;

        internal override void Inspect(TextInspection texts) => texts.Id("documentId", DocumentId);
    }
}
