using System.Globalization;
using System.Text;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace EcosystemGraph.Api.GraphQL;

/// <summary>
/// Parses documents as GraphQL's edition of September 2025 has them, two things of which the parser does not know:
/// escapes such as <c>\u{1F600}</c>, and descriptions of operations, fragments and variables.
/// </summary>
/// <remarks>Both are made into what it knows before it sees them, character for character, so that errors keep their place.</remarks>
internal static class TodaysSyntax
{
    // Code points that stand for no character; one that the text does not have marks what was an escape.
    private const char FirstMark = '\uFDD0',
        LastMark = '\uFDEF';

    /// <summary>Parses a document.</summary>
    /// <exception cref="GraphQLParser.Exceptions.GraphQLSyntaxErrorException">It is no GraphQL.</exception>
    public static GraphQLDocument Parse(string text, ParserOptions options)
    {
        // Both have to do with texts; and the parser looks for escapes in comments too.
        if (text.AsSpan().IndexOfAny('"', '#') < 0)
            return Parser.Parse(text, options);
        var mark = FirstMark;
        while (mark < LastMark && text.Contains(mark, StringComparison.Ordinal))
            mark++;
        var scan = new Scan(text, mark);
        scan.Run();
        var document = Parser.Parse(scan.Text, options);
        if (scan.HasEscapes)
            new Unmarking().VisitAsync(document, new Marked(mark)).AsTask().GetAwaiter().GetResult();
        return document;
    }

    /// <summary>Goes through a document token by token, as far as it is one.</summary>
    private sealed class Scan(string text, char mark)
    {
        private readonly char[] _text = text.ToCharArray();
        private int _at,
            _braces,
            _parens,
            _brackets;

        // The last token's first character; and a text that may turn out to be a description, by what follows it.
        private char _last;
        private (int Start, int End)? _perhaps;

        public bool HasEscapes { get; private set; }

        public string Text => new(_text);

        public void Run()
        {
            while (_at < text.Length)
            {
                var c = text[_at];
                if (c is ' ' or '\t' or '\n' or '\r' or ',' or '\uFEFF')
                    _at++;
                else if (c == '#')
                    BlankComment();
                else if (c == '"')
                    String();
                else if (char.IsAsciiLetter(c) || c == '_')
                    Name();
                else
                    Sign(c);
            }
        }

        private void Sign(char c)
        {
            // Between the brackets of variables, what stands before one and is no value.
            if (c == '$' && _perhaps is { } description && (_braces, _parens, _brackets) == (0, 1, 0))
                Blank(description);
            switch (c)
            {
                case '{':
                    _braces++;
                    break;
                case '}':
                    _braces--;
                    break;
                case '(':
                    _parens++;
                    break;
                case ')':
                    _parens--;
                    break;
                case '[':
                    _brackets++;
                    break;
                case ']':
                    _brackets--;
                    break;
            }
            After(c);
            _at++;
        }

        private void Name()
        {
            var start = _at;
            while (_at < text.Length && (char.IsAsciiLetterOrDigit(text[_at]) || text[_at] == '_'))
                _at++;
            if (
                _perhaps is { } description
                && (_braces, _parens, _brackets) == (0, 0, 0)
                && text.AsSpan(start, _at - start) is "query" or "mutation" or "subscription" or "fragment"
            )
                Blank(description);
            After(text[start]);
        }

        private void String()
        {
            var start = _at;
            if (text.AsSpan(_at).StartsWith("\"\"\"", StringComparison.Ordinal))
                SkipBlock();
            else
                SkipString();
            var isValue = _last is '=' or ':';
            After('"');
            if (!isValue)
                _perhaps = (start, _at);
        }

        private void SkipBlock()
        {
            for (_at += 3; _at < text.Length; _at++)
            {
                var left = text.AsSpan(_at);
                if (left.StartsWith("\\\"\"\"", StringComparison.Ordinal))
                    _at += 3;
                else if (left.StartsWith("\"\"\"", StringComparison.Ordinal))
                {
                    _at += 3;
                    return;
                }
            }
        }

        private void SkipString()
        {
            for (_at++; _at < text.Length; _at++)
            {
                if (text[_at] is '"' or '\n')
                {
                    _at++;
                    return;
                }
                if (text[_at] != '\\')
                    continue;
                if (text.AsSpan(_at).StartsWith("\\u{", StringComparison.Ordinal))
                    Escape();
                else
                    _at++;
            }
        }

        // What is no escape is left to the parser, which refuses it.
        private void Escape()
        {
            var end = text.IndexOf('}', _at);
            if (
                end < 0
                || CodePoint(text.AsSpan(_at + 3, end - _at - 3)) is null
                || text.Contains(mark, StringComparison.Ordinal)
            )
            {
                _at++;
                return;
            }
            _text.AsSpan(_at, 3).Fill(mark);
            _text[end] = mark;
            _at = end;
            HasEscapes = true;
        }

        private void BlankComment()
        {
            for (; _at < text.Length && text[_at] is not ('\n' or '\r'); _at++)
                _text[_at] = ' ';
        }

        private void After(char token)
        {
            _last = token;
            _perhaps = null;
        }

        private void Blank((int Start, int End) description)
        {
            foreach (ref var c in _text.AsSpan(description.Start..description.End))
            {
                if (c != '\n')
                    c = ' ';
            }
        }
    }

    private static Rune? CodePoint(ReadOnlySpan<char> digits)
    {
        if (digits.IsEmpty)
            return null;
        digits = digits.TrimStart('0');
        if (digits.IsEmpty)
            digits = "0";
        return
            digits.Length <= 6
            && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            && Rune.IsValid(value)
            ? new Rune(value)
            : null;
    }

    private sealed class Marked(char mark) : IASTVisitorContext
    {
        public char Mark { get; } = mark;

        public CancellationToken CancellationToken => CancellationToken.None;
    }

    /// <summary>A text whose characters are not those of the document.</summary>
    private sealed class Meant(string text) : GraphQLStringValue(text)
    {
        public override GraphQLLocation Location { get; set; }
    }

    /// <summary>Puts the characters that were meant in the place of what was marked, wherever a value may stand.</summary>
    private sealed class Unmarking : ASTVisitor<Marked>
    {
        protected override ValueTask VisitArgumentAsync(GraphQLArgument argument, Marked context)
        {
            argument.Value = Of(argument.Value, context.Mark);
            return base.VisitArgumentAsync(argument, context);
        }

        protected override ValueTask VisitObjectFieldAsync(GraphQLObjectField objectField, Marked context)
        {
            objectField.Value = Of(objectField.Value, context.Mark);
            return base.VisitObjectFieldAsync(objectField, context);
        }

        protected override ValueTask VisitListValueAsync(GraphQLListValue listValue, Marked context)
        {
            for (var i = 0; i < (listValue.Values?.Count ?? 0); i++)
                listValue.Values![i] = Of(listValue.Values[i], context.Mark);
            return base.VisitListValueAsync(listValue, context);
        }

        protected override ValueTask VisitVariableDefinitionAsync(
            GraphQLVariableDefinition variableDefinition,
            Marked context
        )
        {
            if (variableDefinition.DefaultValue is { } value)
                variableDefinition.DefaultValue = Of(value, context.Mark);
            return base.VisitVariableDefinitionAsync(variableDefinition, context);
        }

        private static GraphQLValue Of(GraphQLValue value, char mark)
        {
            if (value is not GraphQLStringValue { Value: var marked } || !marked.Span.Contains(mark))
                return value;
            // Three marks before the digits and one behind them: of four parts the last is an escape.
            var parts = marked
                .ToString()
                .Split(mark)
                .Select((part, i) => i % 4 == 3 ? CodePoint(part)!.Value.ToString() : part);
            return new Meant(string.Concat(parts)) { Location = value.Location };
        }
    }
}
