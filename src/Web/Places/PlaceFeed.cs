// SPDX-FileCopyrightText: 2026 Schakel contributors
// SPDX-License-Identifier: EUPL-1.2

using System.Globalization;
using System.Text;
using System.Xml;

namespace Schakel.Web.Places;

/// <summary>A place as an Atom feed: to follow it without an account, an address or a list of who follows.</summary>
internal static class PlaceFeed
{
    private const string Atom = "http://www.w3.org/2005/Atom";

    internal static string Of(PlaceView view, ResidentDoor door)
    {
        var text = new StringBuilder();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, CheckCharacters = false }))
        {
            var page = door.Absolute(view.Url());
            xml.WriteStartElement("feed", Atom);
            xml.WriteAttributeString("xml", "lang", null, view.Texts.Code);
            Element(xml, "id", page);
            Element(xml, "title", view.Texts["place.feed.title", view.Place.Name]);
            // A feed must have a date; one without news has that of the oldest thing that could be in it.
            Element(xml, "updated", Time(view.Page.GoingOn.Select(item => item.Since).DefaultIfEmpty(DateTimeOffset.UnixEpoch).Max()));
            Link(xml, "self", door.Absolute(view.Url("/volgen.atom")));
            Link(xml, "alternate", page);
            xml.WriteStartElement("author", Atom);
            Element(xml, "name", view.Page.Municipality);
            xml.WriteEndElement();
            foreach (var item in view.Page.GoingOn.OrderByDescending(item => item.Since))
            {
                xml.WriteStartElement("entry", Atom);
                Element(xml, "id", string.Create(CultureInfo.InvariantCulture, $"{page}#o-{item.Opgave:N}-{item.Since.ToUnixTimeSeconds()}"));
                Element(xml, "title", item.Title);
                Element(xml, "updated", Time(item.Since));
                Link(xml, "alternate", $"{page}#o-{item.Opgave:N}");
                Element(xml, "content", string.Join("\n\n", new[] { item.What, item.Became is null ? null : $"{view.Texts["place.became"]} {item.Became}" }.OfType<string>()));
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + text;
    }

    private static void Element(XmlWriter xml, string name, string value) => xml.WriteElementString(name, Atom, new string([.. value.Where(letter => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter))]));

    private static void Link(XmlWriter xml, string kind, string address)
    {
        xml.WriteStartElement("link", Atom);
        xml.WriteAttributeString("rel", kind);
        xml.WriteAttributeString("href", address);
        xml.WriteEndElement();
    }

    private static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
