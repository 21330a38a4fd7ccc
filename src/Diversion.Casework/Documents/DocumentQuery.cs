using System.Security.Cryptography;
using Diversion.Casework.Access;
using Diversion.Casework.Answers;
using Diversion.Casework.Record;
using Diversion.Casework.Texts;
using Diversion.Domain.Agreements;
using Diversion.Domain.Documents;
using Microsoft.Extensions.Logging;

namespace Diversion.Casework.Documents;

/// <summary>The papers of a case, as far as the reader may see them. Each time one is opened is logged, on whosever case.</summary>
public sealed partial class DocumentQuery(RecordAccess access, AccessLog looks, DocumentVault vault, ILogger<DocumentQuery> log)
{
    /// <summary>The logged reason when somebody opens a paper of a case that they are on.</summary>
    public const string OnTheCase = "On the case.";

    /// <summary>Newest first, without those that were removed.</summary>
    public async ValueTask<Reply<IReadOnlyList<DocumentView>>> Of(string reference, AccessRequest request, CancellationToken cancellation = default)
    {
        var reply = await access.At(reference, request, "papers", (state, _) => AccessPolicy.MaySeeDocuments(request.By, state), cancellation);
        return reply.Then<IReadOnlyList<DocumentView>>(seen => new Reply<IReadOnlyList<DocumentView>>.Given(
            [.. VisibleTo(request.By, seen.State).Reverse()]));
    }

    /// <summary>Oldest first, without those that were removed.</summary>
    /// <param name="of">Some papers of the case; null for all of them.</param>
    internal static IReadOnlyList<DocumentView> VisibleTo(Actor by, AgreementState state, IEnumerable<Document>? of = null) =>
        [.. (of ?? state.Documents).Where(document => IsSeen(by, state, document)).Select(document => Show(state, document))];

    public async ValueTask<Reply<DocumentView>> One(string reference, string id, AccessRequest request, CancellationToken cancellation = default) =>
        (await Of(reference, request, cancellation)).Then<DocumentView>(all =>
            all.FirstOrDefault(document => document.Id == id) is { } found ? found : CaseworkRefusal.UnknownDocument());

    /// <summary>Logged before anything is sent.</summary>
    public async ValueTask<Reply<OpenedDocument>> Open(string reference, string id, AccessRequest request, CancellationToken cancellation = default)
    {
        var what = $"paper {id}";
        var reply = await access.At(
            reference, request, what, (state, _) => AccessPolicy.MaySeeDocuments(request.By, state), cancellation);
        if (reply is not Reply<Seen>.Given { Value: var seen })
        {
            return ((Reply<Seen>.Refused)reply).Refusal;
        }

        if (seen.State.Documents.FirstOrDefault(document => document.Id == id && IsSeen(request.By, seen.State, document)) is not { } document)
        {
            return CaseworkRefusal.UnknownDocument();
        }

        if (!seen.RecordVisibility.NeedsReason)
        {
            await looks.Record(seen.State.Id, request.By, request.At, OnTheCase, $"paper: {DocumentWords.Of(document.Kind)} {id[..Math.Min(8, id.Length)]}", cancellation);
        }

        try
        {
            if (await vault.Open(new DocumentKey(seen.State.Id.Value, document.Id), cancellation) is { } content)
            {
                return new OpenedDocument(Show(seen.State, document), content);
            }

            LogUnreadable(seen.State.Id.Value, document.Id, "it is missing");
        }
        catch (CryptographicException fault)
        {
            LogUnreadable(seen.State.Id.Value, document.Id, fault.Message);
        }

        return CaseworkRefusal.UnreadableDocument();
    }

    private static bool IsSeen(Actor by, AgreementState state, Document document) => !document.Removed && AccessPolicy.MaySeeDocument(by, state, document);

    private static DocumentView Show(AgreementState state, Document document) => new(
        document.Id,
        document.Kind,
        document.Title,
        document.Format,
        document.Size,
        document.Sha256,
        document.From.Name,
        document.From.Role,
        document.KeptAt,
        document.ConditionId,
        document.Item,
        About(state, document));

    private static string? About(AgreementState state, Document document) => document switch
    {
        { ConditionId: { } condition } => SubjectWords.Of(state, new CommandSubject(condition, document.Item)),
        { Item: { } item } => NewsWords.AnsweredWith(item),
        _ => null,
    };

    [LoggerMessage(EventId = 4303, Level = LogLevel.Error, Message = "The paper {Document} of {Agreement} cannot be opened: {Why}. Restore it from a backup; `verify` finds all of them.")]
    private partial void LogUnreadable(string agreement, string document, string why);
}
