using Diversion.Domain.Agreements;

namespace Diversion.Domain.Documents;

/// <summary>A paper kept with the case: what is known of it. Its bytes are kept elsewhere, under its id.</summary>
/// <param name="Id">Unique in the agreement.</param>
/// <param name="Title">What it is, in the words of who added it; null for its kind alone.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">Of its bytes, 64 lower-case hexadecimal digits.</param>
/// <param name="ConditionId">The condition that it is about; null for the case as a whole.</param>
/// <param name="Item">The meeting or session that it is about. Without a condition: the warning or proposed breach that the
/// person answers with it, or the complaint: <c>warning-1</c>, <c>breach-proposed-1</c>, <c>complaint-1</c>.</param>
/// <param name="Removed">Its bytes are deleted. That there was one stays known.</param>
public sealed record Document(
    string Id,
    DocumentKind Kind,
    string? Title,
    DocumentFormat Format,
    int Size,
    string Sha256,
    DocumentSource From,
    Instant KeptAt,
    string? ConditionId = null,
    string? Item = null,
    bool Removed = false)
{
    /// <summary>20 MB: a long scan, or a photo as a telephone takes it.</summary>
    public const int LargestSize = 20 * 1024 * 1024;

    /// <summary>Whether the person says something to it, and papers may be kept with what they say.</summary>
    public static bool IsAnswerable(AgreementState state, string item) =>
        state.NewsOrNull(item) is { Kind: Telling.NewsKind.Warning or Telling.NewsKind.BreachProposed }
        || state.Complaints.Any(complaint => complaint.Id == item);

    /// <summary>The number of the complaint that it came with; null when it came with none.</summary>
    public int? Complaint() => ConditionId is null && Item is { } item ? Complaints.Complaint.NumberOf(item) : null;

    /// <summary>In one case, without those that were removed.</summary>
    public const int Most = 100;
}

/// <summary>Who added a paper: whoever may see it depends on this.</summary>
/// <param name="Organisation">Of a partner; null for police and probation.</param>
public sealed record DocumentSource(string Id, string Name, Role Role, string? Organisation = null)
{
    internal static DocumentSource Of(Actor actor) => new(actor.Id, actor.Name, actor.Role, actor.Organisation);
}

/// <summary>What a paper is.</summary>
public enum DocumentKind
{
    SignedAgreement,

    /// <summary>What the person gave as the reason for an absence: a doctor's note, a letter of an employer.</summary>
    ExcuseEvidence,
    Assessment,
    Letter,
    PhotoOfWork,
    Other,
}

/// <summary>What its bytes are, whatever the file was called.</summary>
public enum DocumentFormat
{
    Pdf,
    Jpeg,
    Png,
    Heic,

    /// <summary>Of Word, without macros.</summary>
    Docx,
    Text,

    /// <summary>An email that Outlook saved (.msg).</summary>
    OutlookMessage,

    /// <summary>An email as it was sent (.eml).</summary>
    Email,
}
