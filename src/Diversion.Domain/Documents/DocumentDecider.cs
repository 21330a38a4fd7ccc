using Diversion.Domain.Agreements;
using Diversion.Domain.Appointments;

namespace Diversion.Domain.Documents;

/// <summary>Which papers a case takes. What is in them, and whether that is enough, people decide.</summary>
internal static class DocumentDecider
{
    private const int HashDigits = 64;

    public static Refusal? Decide(DecisionContext context, DocumentCommand command) => command switch
    {
        DocumentCommand.KeepDocument c => Keep(context, c),
        DocumentCommand.RemoveDocument c => Remove(context, c),
        _ => throw new InvalidOperationException($"No decision for {command.GetType().Name}."),
    };

    private static Refusal? Keep(DecisionContext context, DocumentCommand.KeepDocument command)
    {
        if ((Content(command) ?? About(context.State, command)) is { } fault)
        {
            return fault;
        }

        var documents = context.State.Documents;
        if (documents.FirstOrDefault(document => document.Id == command.DocumentId) is { } known)
        {
            return !known.Removed && known.Sha256 == command.Sha256
                ? null
                : new Refusal.WrongState(RefusalCode.DocumentExists, "A paper with this id was added before. Add it again under a new id.");
        }

        if (documents.FirstOrDefault(document => !document.Removed && document.Sha256 == command.Sha256) is { } same)
        {
            return new Refusal.WrongState(
                RefusalCode.DocumentRepeated, $"This file is already among the papers of the case, since {Words.Date(same.KeptAt)}. It was not kept a second time.");
        }

        if (documents.Count(document => !document.Removed) >= Document.Most)
        {
            return new Refusal.RuleForbids(
                RefusalCode.DocumentsTooMany, $"The case has {Document.Most} papers, and no more are kept. Ask a lead to remove those that do not belong here.");
        }

        var late = context.State.IsTerminal && command.Kind == DocumentKind.ExcuseEvidence && command.By.Role != Role.ProgrammeLead;
        context.Raise(new DocumentEvent.DocumentKept(
            command.DocumentId,
            command.Kind,
            command.Title,
            command.Format,
            command.Size,
            command.Sha256,
            DocumentSource.Of(command.By),
            context.Now,
            command.ConditionId,
            command.Item,
            late));
        return null;
    }

    private static Refusal.Invalid? Content(DocumentCommand.KeepDocument command)
    {
        if (!Enum.IsDefined(command.Kind))
        {
            return new(RefusalCode.ValueOutOfRange, "Say what the paper is: the signed agreement, evidence of an excuse, an assessment, a letter, a photo of work done, or something else.") { Field = "kind" };
        }

        if (command.Size <= 0)
        {
            return new(RefusalCode.DocumentEmpty, "The file is empty. Choose the file again.") { Field = "file" };
        }

        if (command.Size > Document.LargestSize)
        {
            return new(RefusalCode.DocumentTooLarge, "The file is larger than 20 MB. Make it smaller, or add it as several files.") { Field = "file" };
        }

        return Enum.IsDefined(command.Format) && IsHash(command.Sha256)
            ? null
            : new(RefusalCode.ValueOutOfRange, "The file was not read whole. Choose it again.") { Field = "file" };
    }

    private static Refusal? About(AgreementState state, DocumentCommand.KeepDocument command)
    {
        if (command.ConditionId is null)
        {
            if (command.By.Role is Role.Provider or Role.Facilitator)
            {
                return new Refusal.Invalid(RefusalCode.ConditionMissing, "Say which condition the paper is about (conditionId).");
            }

            return command.Item is { } item && !Document.IsAnswerable(state, item)
                ? new Refusal.Invalid(
                    RefusalCode.ConditionMissing, "The case has no such warning, proposed breach or complaint that the paper could belong to (item). Leave it out, or say which condition the paper is about (conditionId).")
                : null;
        }

        if (state.ConditionOrNull(command.ConditionId) is not { } condition)
        {
            return new Refusal.Unknown(RefusalCode.ConditionUnknown, "There is no such condition in this agreement. Check which condition the paper is about.");
        }

        return command.Item is null || (condition as AppointmentCondition)?.AppointmentOrNull(command.Item) is not null
            ? null
            : new Refusal.Unknown(RefusalCode.AppointmentUnknown, "There is no such meeting or session in this condition. Check which one the paper is about.");
    }

    private static Refusal? Remove(DecisionContext context, DocumentCommand.RemoveDocument command)
    {
        if (context.State.Documents.FirstOrDefault(document => document.Id == command.DocumentId) is not { } known)
        {
            return new Refusal.Unknown(RefusalCode.DocumentUnknown, "There is no such paper in this case. Open the list of papers again.");
        }

        if (!known.Removed)
        {
            context.Raise(new DocumentEvent.DocumentRemoved(known.Id, known.Kind, known.Sha256, context.Now));
        }

        return null;
    }

    private static bool IsHash(string? text) => text is { Length: HashDigits } && text.All(char.IsAsciiHexDigitLower);
}
