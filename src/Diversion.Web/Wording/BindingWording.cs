using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Diversion.Web.Wording;

/// <summary>
/// The framework's own messages. Fields are read as text, so only callers that send what none of our forms sends will see
/// these.
/// </summary>
internal static class BindingWording
{
    public static void Set(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => FaultWording.Unusable);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => FaultWording.Unusable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => FaultWording.Unusable);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => FaultWording.Unusable);
        messages.SetUnknownValueIsInvalidAccessor(_ => FaultWording.Unusable);
        messages.SetValueIsInvalidAccessor(_ => FaultWording.Unusable);
        messages.SetValueMustBeANumberAccessor(_ => FaultWording.Unusable);
        messages.SetValueMustNotBeNullAccessor(_ => FaultWording.Unusable);
        messages.SetMissingBindRequiredValueAccessor(_ => FaultWording.Unusable);
        messages.SetMissingKeyOrValueAccessor(() => FaultWording.Unusable);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => FaultWording.Unusable);
    }
}
