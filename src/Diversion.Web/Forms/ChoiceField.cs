using Microsoft.AspNetCore.Html;

namespace Diversion.Web.Forms;

/// <summary>One or several of a list of answers.</summary>
public abstract class ChoiceField : Field
{
    public IReadOnlyList<Choice> Choices { get; set; } = [];

    /// <summary>Side by side: for two short answers.</summary>
    public bool Inline { get; set; }

    /// <summary>"radios" or "checkboxes": part of the class names.</summary>
    protected abstract string Kind { get; }

    protected abstract string InputType { get; }

    protected abstract bool IsChosen(Choice choice);

    protected override IHtmlContent Group() => Fieldset();

    protected override IHtmlContent Controls()
    {
        var list = Markup.Element("div", $"govuk-{Kind}" + (Inline ? $" govuk-{Kind}--inline" : "")).With("data-module", $"govuk-{Kind}");

        // The error summary links to the first one that can be chosen.
        var first = Choices.FirstOrDefault(choice => !choice.Disabled);
        for (var i = 0; i < Choices.Count; i++)
        {
            list.InnerHtml.AppendHtml(Item(Choices[i], Choices[i] == first ? Id : $"{Id}-{i + 1}"));
        }

        return list;
    }

    private IHtmlContent Item(Choice choice, string id)
    {
        var hint = choice.Hint is null ? null : Markup.Element("div", $"govuk-hint govuk-{Kind}__hint", choice.Hint).With("id", $"{id}-item-hint");
        var input = Markup.Input(InputType, $"govuk-{Kind}__input")
            .With("id", id).With("name", Name).With("value", choice.Value).With("checked", IsChosen(choice)).With("disabled", choice.Disabled)
            .With("aria-describedby", hint is null ? null : $"{id}-item-hint").With("data-reveals", choice.Reveals)
            .With("data-behaviour", choice.Exclusive ? "exclusive" : null);
        return Markup.Element(
            "div", $"govuk-{Kind}__item", input, Markup.Element("label", $"govuk-label govuk-{Kind}__label", choice.Text).With("for", id), hint);
    }
}
