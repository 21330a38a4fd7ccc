using Diversion.Domain.Agreements;

namespace Diversion.Casework.Answers;

/// <summary>Refusals made by casework itself, in addition to the domain's (<see cref="RefusalCode"/>).</summary>
public static class CaseworkRefusal
{
    public const string NotYourCase = "not-your-case";
    public const string IdempotencyKeyReused = "idempotency-key-reused";
    public const string IdempotencyKeyInvalid = "idempotency-key-invalid";
    public const string AccessReasonMissing = "access-reason-missing";
    public const string RecordNotForRole = "record-not-for-role";
    public const string DraftFaulty = "draft-invalid";
    public const string DraftStale = "draft-changed";
    public const string DraftsTooMany = "too-many-drafts";
    public const string NotGivenUp = "message-not-given-up";
    public const string SearchEmpty = "search-empty";
    public const string BreachFileNotMade = "breach-file-not-made";
    public const string CompletionFileNotMade = "completion-file-not-made";
    public const string CaseFileUnreadable = "case-file-unreadable";
    public const string PaperNotMade = "paper-not-made";
    public const string CursorInvalid = "cursor-invalid";
    public const string ItemMalformed = "item-malformed";
    public const string BatchTooLarge = "batch-too-large";
    public const string FileRefused = "file-refused";
    public const string ItemFailed = "item-failed";
    public const string DocumentFormatUnknown = "document-format-unknown";
    public const string DocumentIsProgram = "document-is-program";
    public const string DocumentInfected = "document-infected";
    public const string DocumentNotScanned = "document-not-scanned";
    public const string DocumentUnreadable = "document-unreadable";

    internal static Refusal NotYours() => new Refusal.NotPermitted(
        NotYourCase, "This case is not yours or your team's. Ask its key worker, or a lead to reassign it.");

    internal static Refusal KeyReused() => new Refusal.Invalid(
        IdempotencyKeyReused, "This Idempotency-Key was used for another request. Take a new key for each request.");

    internal static Refusal KeyInvalid() => new Refusal.Invalid(
        IdempotencyKeyInvalid, "An Idempotency-Key is 8 to 64 letters, digits, hyphens or underscores.");

    internal static Refusal NotForRole() => new Refusal.NotPermitted(
        RecordNotForRole, "Your role does not look at this. Ask the case's key worker or a lead for what you need.");

    internal static Refusal MentoringIsOver() => new Refusal.NotPermitted(
        RefusalCode.MentoringEnded, "Your mentoring of this person has ended, so their case is closed to you. That you looked is kept. If the person wants it to go on, ask their key worker.");

    internal static Refusal NothingShared() => new Refusal.NotPermitted(
        RefusalCode.NothingShared, "Nothing of this person is shared with your organisation now: there is no sharing agreement, the person has not agreed or has withdrawn, or you no longer work with them. Ask the key worker for what you need.");

    internal static Refusal ReasonForAccessMissing() => new Refusal.NotPermitted(
        AccessReasonMissing, "This case is not yours. Say in 10 to 500 characters why you need to look; the reason is kept with your name.");

    internal static Refusal ReasonForDownloadMissing() => new Refusal.NotPermitted(
        AccessReasonMissing, "Say in 10 to 500 characters what you need these cases for; the reason is kept with your name.");

    internal static Refusal DraftInvalid() => new Refusal.Invalid(
        DraftFaulty, "What was typed cannot be kept as a draft: it is too long or cannot be read. Shorten it and save again.");

    internal static Refusal DraftChanged() => new Refusal.WrongState(
        DraftStale, "This draft was changed or thrown away in another window. Open it again; what you typed here was not saved.");

    internal static Refusal TooManyDrafts(int most) => new Refusal.RuleForbids(
        DraftsTooMany, $"You have {most} drafts. Send or throw away one of them first.");

    internal static Refusal MessageNotGivenUp() => new Refusal.WrongState(
        NotGivenUp, "No such message was given up, or somebody has dealt with it. Load the list again.");

    public static Refusal NothingToSearch() => new Refusal.Invalid(
        SearchEmpty, "Type the beginning of a name, a whole reference such as DV-7K3M9-2QX4P, a whole crime number, or a date of birth such as 17 May 1995.");

    internal static Refusal NotRunning() => new Refusal.WrongState(
        RefusalCode.WrongStatus, "This needs a signed agreement that has not ended.");

    internal static Refusal UnknownDocument() => new Refusal.Unknown(
        RefusalCode.DocumentUnknown, "There is no such paper in this case. Open the list of papers again.");

    internal static Refusal Infected() => new Refusal.RuleForbids(
        DocumentInfected, "The virus scanner found something in this file. It was not kept. Do not open it; tell your IT department.");

    internal static Refusal NotScanned() => new Refusal.WrongState(
        DocumentNotScanned, "The virus scanner does not answer, so the file was not kept. Try again in a few minutes; tell your IT department if it goes on.");

    internal static Refusal UnreadableDocument() => new Refusal.WrongState(
        DocumentUnreadable, "This paper cannot be opened: its file is missing, or is not what was added. Tell your IT department its case and its date; a backup may have it.");

    internal static Refusal UnreadableCaseFile(string why) => new Refusal.Invalid(
        CaseFileUnreadable, $"{why} Choose the zip as Diversion gave it out.");

    internal static Refusal NoBundle() => new Refusal.WrongState(
        Transfers.TransferRefusals.NoBundleAny, "There is no bundle of this case: it was not handed over, or the other side has confirmed that they have it.");

    internal static Refusal Unknown() => new Refusal.Unknown(
        RefusalCode.AgreementUnknown, "There is no such agreement. Check the reference.");
}
